import { dress } from './message-dress.js';
import { articleFrom, refresh } from './message-item.js';

/** The message on which a thread hangs, above its replies. */
export class ThreadRoot {
    #article;
    #viewer;

    /**
     * @param {HTMLElement} timeline
     * @param {import('./viewer.js').Viewer} viewer
     */
    constructor(timeline, viewer) {
        this.#article = timeline.querySelector(':scope > .thread-root > .message');
        this.#viewer = viewer;
        if (!this.#article) return;
        own(this.#article);
        dress(this.#article, viewer);
    }

    /**
     * @param {string} id of a message
     * @param {string} html what it looks like now
     * @returns {boolean} whether it is this one
     */
    changed(id, html) {
        if (!this.#article || id !== this.#article.dataset.id) return false;
        this.shows(articleFrom(html));
        return true;
    }

    /** @param {string} id of a message for which something has changed that differs between viewers */
    dressAgain(id) {
        if (this.#article?.dataset.id === id) dress(this.#article, this.#viewer);
    }

    /** @param {HTMLElement} fresh the message as it is now */
    shows(fresh) {
        refresh(this.#article, own(fresh));
        dress(this.#article, this.#viewer);
    }
}

// The room shows it as well.
function own(article) {
    article.id = `root-${article.dataset.id}`;
    return article;
}
