import { request } from '../base/api.js';
import { foldAnew } from './message-fold.js';

/** Keeps up with whom I blocked while their messages are on the screen. */
export class Blocks {
    #list;
    #position;
    #blocked;
    #viewer;

    /**
     * @param {import('./message-list.js').MessageList} list
     * @param {import('./timeline-scroll.js').ReadingPosition} position
     * @param {import('./viewer.js').Viewer} viewer
     */
    constructor(list, position, viewer) {
        this.#list = list;
        this.#position = position;
        this.#viewer = viewer;
        this.#blocked = viewer.blocked;
    }

    /** @param {{ user_id: string, blocked: boolean }} event */
    changed({ user_id, blocked }) {
        if (blocked) this.#blocked.add(user_id);
        else this.#blocked.delete(user_id);
        this.#position.keep(() => foldAnew(this.#list.articles, this.#viewer));
    }

    /** After events were missed, before messages are shown again. */
    async reload() {
        const { ok, body } = await request('GET', '/chat/blocks');
        if (!ok) return;
        this.#blocked.clear();
        for (const { user_id } of body.users) this.#blocked.add(user_id);
    }
}
