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
        return this.toEnd < NEAR;
    }

    /** How many pixels lie below what is in view. */
    get toEnd() {
        return -this.#timeline.scrollTop;
    }

    get toTop() {
        const { scrollHeight, clientHeight, scrollTop } = this.#timeline;
        return scrollHeight - clientHeight + scrollTop;
    }

    /**
     * Changes the contents. What is being read stays where it is, or else the newest stays in view. The focus stays, too.
     * @param {(seen: HTMLElement | null) => void} change is told the first message in view, if that is to stay where it is
     * @param {boolean} [follow] whether the newest is to stay in view
     */
    keep(change, follow = this.atBottom) {
        const [seen, begins] = follow ? [] : this.#firstSeen();
        // What is cut off above may grow upwards: what begins below it stays.
        const held = [begins, seen].filter(Boolean).map(article => [article, article.getBoundingClientRect().top]);
        // Who is at the very bottom stays there whatever comes, without the page having to be laid out for it.
        if (follow && this.toEnd !== 0) this.toBottom();
        keepFocus(this.#timeline, () => change(seen ?? null));
        const [still, before] = held.find(([article]) => article.isConnected) ?? [];
        if (still) this.#timeline.scrollTop += still.getBoundingClientRect().top - before;
    }

    toBottom() {
        this.#timeline.scrollTop = 0;
    }

    /** @param {HTMLElement} article */
    show(article) {
        article.scrollIntoView({ block: 'center' });
    }

    /** @param {HTMLElement} article @returns {number} how far below the timeline's top it begins */
    topOf(article) {
        return article.getBoundingClientRect().top - this.#timeline.getBoundingClientRect().top;
    }

    /** @param {HTMLElement} article @param {number} [top] how far below the timeline's top it is to begin; a quarter of it leaves room for what is above */
    begin(article, top = this.#timeline.clientHeight / 4) {
        this.#timeline.scrollTop = Math.min(0, this.#timeline.scrollTop + this.topOf(article) - top);
    }

    /**
     * @param {HTMLElement[]} articles
     * @returns {[first: HTMLElement | undefined, last: HTMLElement | undefined]} the first in view, and the last one whose end is
     */
    inView(articles) {
        const { top, bottom } = this.#timeline.getBoundingClientRect();
        return [articles[firstBelow(articles, top)], articles[firstBelow(articles, bottom + 1) - 1]];
    }

    /** @returns {[seen: HTMLElement | undefined, begins: HTMLElement | undefined]} the first message in view, and the first that begins there */
    #firstSeen() {
        const articles = this.#timeline.querySelectorAll('.message');
        const { top, bottom } = this.#timeline.getBoundingClientRect();
        const first = firstBelow(articles, top);
        const begins = [articles[first], articles[first + 1]].find(article => article && isWithin(article.getBoundingClientRect().top, top, bottom));
        return [articles[first], begins];
    }
}

const isWithin = (line, top, bottom) => line >= top && line < bottom;

/** How many articles end above a line across the screen. */
function firstBelow(articles, line) {
    let [low, high] = [0, articles.length];
    while (low < high) {
        const middle = (low + high) >> 1;
        if (articles[middle].getBoundingClientRect().bottom > line) high = middle;
        else low = middle + 1;
    }
    return low;
}
