import { request } from '../base/api.js';
import { markSaved } from './message-saved.js';

const MOST = 200;

/** Keeps up with what I save, here or on another device, while the messages are on the screen. */
export class Saved {
    #list;
    #root;
    #position;
    #viewer;

    /**
     * @param {import('./message-list.js').MessageList} list
     * @param {import('./thread-root.js').ThreadRoot} root
     * @param {import('./timeline-scroll.js').ReadingPosition} position
     * @param {import('./viewer.js').Viewer} viewer
     */
    constructor(list, root, position, viewer) {
        [this.#list, this.#root, this.#position, this.#viewer] = [list, root, position, viewer];
    }

    /** @param {{ message_id: string, saved: boolean }} event */
    changed({ message_id, saved }) {
        if (saved) this.#viewer.saved.add(message_id);
        else this.#viewer.saved.delete(message_id);
        const article = this.#list.find(message_id);
        if (article) this.#position.keep(() => markSaved(article, this.#viewer));
        this.#root.dressAgain(message_id);
    }

    /** After events were missed, before messages are shown again. */
    async reload() {
        const saved = [];
        for (let page = null; !page || page.has_more;) {
            const { ok, body } = await request('GET', `/chat/saved?limit=${MOST}${page ? `&before=${page.messages.at(-1).id}` : ''}`);
            if (!ok) return;
            page = body;
            saved.push(...body.messages);
        }
        this.#viewer.saved.clear();
        for (const { id } of saved) this.#viewer.saved.add(id);
    }
}
