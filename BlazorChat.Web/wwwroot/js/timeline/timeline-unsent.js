import { markSent, pendingArticle, showState } from './message-item.js';

/** Shows my own messages at once, while they are being sent, and then whether they were sent or failed. */
export class Unsent {
    #outbox;
    #list;
    #viewer;
    #place;
    #position;

    /**
     * @param {object} parts
     * @param {import('../outbox/outbox.js').Outbox} parts.outbox
     * @param {import('./message-list.js').MessageList} parts.list
     * @param {import('./viewer.js').Viewer} parts.viewer
     * @param {import('./timeline-scroll.js').ReadingPosition} parts.position
     * @param {import('./timeline-place.js').Place} parts.place
     */
    constructor({ outbox, list, viewer, position, place }) {
        this.#outbox = outbox;
        this.#list = list;
        this.#viewer = viewer;
        this.#position = position;
        this.#place = place;
    }

    /** Shows all of them that the room's newest page does not hold yet. */
    showAll() {
        for (const entry of this.#outbox.of(this.#place.room).filter(this.#place.sends)) {
            if (this.#list.findMine(entry.clientId)?.dataset.id) this.#outbox.confirm(entry.clientId);
            else this.show(entry);
        }
    }

    /** @param {import('../outbox/outbox.js').Entry} entry */
    show(entry) {
        const article = pendingArticle(entry, this.#viewer);
        showState(article, entry);
        this.#position.keep(() => this.#list.put(article));
    }

    /** @param {import('../outbox/outbox.js').Change} change to a message that is shown */
    changed({ kind, entry, message }) {
        const article = this.#list.findMine(entry.clientId);
        if (!article || article.dataset.id) return; // its event was faster
        this.#position.keep(() => {
            if (message) {
                markSent(article, message);
                this.#place.adopt(article);
                this.#list.place(article);
            } else if (kind === 'changed') showState(article, entry);
            else if (kind !== 'waiting') this.#list.remove(article);
        });
    }

    /** @param {Element} target of a click */
    clicked(target) {
        const { act } = target.closest('.failure [data-act]')?.dataset ?? {};
        const { clientId } = target.closest('.message')?.dataset ?? {};
        if (act === 'retry') this.#outbox.retry(clientId);
        else if (act === 'discard') this.#outbox.discard(clientId);
    }
}
