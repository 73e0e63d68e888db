import { keepFocus } from './timeline-focus.js';

const NEAR = 40;

/** Where a reader is in a timeline. Its boxes run upwards, so that 0 is the bottom and everything above is negative. */
export class ReadingPosition {
    #timeline;

    /** @param {HTMLElement} timeline */
    constructor(timeline) {
        this.#timeline = timeline;
    }

    get atBottom() {
        return -this.#timeline.scrollTop < NEAR;
    }

    get toTop() {
        const { scrollHeight, clientHeight, scrollTop } = this.#timeline;
        return scrollHeight - clientHeight + scrollTop;
    }

    /**
     * Changes the contents. What is being read stays where it is. A reader at the bottom stays at the newest. The focus
     * stays, too.
     * @param {() => void} change
     */
    keep(change) {
        const follow = this.atBottom;
        const seen = follow ? null : this.#firstSeen();
        const before = seen?.getBoundingClientRect().top;
        keepFocus(this.#timeline, change);
        if (follow) this.toBottom();
        else if (seen?.isConnected) this.#timeline.scrollTop += seen.getBoundingClientRect().top - before;
    }

    toBottom() {
        this.#timeline.scrollTop = 0;
    }

    /** @param {HTMLElement} article */
    show(article) {
        article.scrollIntoView({ block: 'center' });
    }

    #firstSeen() {
        const { top } = this.#timeline.getBoundingClientRect();
        return [...this.#timeline.querySelectorAll('.message')].find(article => article.getBoundingClientRect().bottom > top);
    }
}
