const MOST = 300;
const AROUND = 150;

/**
 * Which part of a room's history a timeline shows: one without holes. It is bounded, so what is far from what is being
 * read is let go, at either end. It can be loaded again.
 */
export class Span {
    #timeline;
    #items;
    #list;
    #older = false;
    #newer = false;
    #newestTold = 0;

    /**
     * @param {HTMLElement} timeline
     * @param {HTMLElement} items
     * @param {import('./message-list.js').MessageList} list
     */
    constructor(timeline, items, list) {
        this.#timeline = timeline;
        this.#items = items;
        this.#list = list;
    }

    /** How many messages are shown around what is being read, on each side, when others are let go. */
    static around = AROUND;

    /** Whether new messages belong right below those that are shown. */
    get atNewest() {
        return !this.#newer;
    }

    /** Whether there are older messages than those that are shown. */
    get hasOlder() {
        return this.#older;
    }

    /** The number of the room's newest message, as far as is known. */
    get newest() {
        return Math.max(this.#newestTold, Number(this.#list.newest?.dataset.number ?? 0));
    }

    /** The room's newest message has at least this number. */
    told(number) {
        this.#newestTold = Math.max(this.#newestTold, number);
    }

    /** Whether a message that comes belongs among those that are shown, or right below them. */
    takes(number) {
        const [oldest, newest] = [this.#list.oldest, this.#list.newest].map(one => Number(one?.dataset.number ?? NaN));
        return !(this.#older && number < oldest) && !(this.#newer && !(number <= newest));
    }

    /** @param {import('./timeline-pages.js').Page} page the newest one, now shown */
    showsNewest({ hasMore }) {
        [this.#older, this.#newer] = [hasMore, false];
        this.markBeginning();
    }

    /** @param {import('./timeline-pages.js').Page} page one from the middle, now shown */
    showsAround({ hasMore, hasNewer }) {
        this.#older = hasMore;
        this.#reachesTo(hasNewer);
        this.markBeginning();
    }

    /** @param {'before' | 'after'} direction of a page that is shown from now on, too */
    grew(direction, { hasMore }) {
        if (direction === 'before') this.#older = hasMore;
        else this.#reachesTo(hasMore);
        this.markBeginning();
    }

    /**
     * Lets go what is far from what is being read, once it is a lot.
     * @param {HTMLElement | null} seen the first message in view; null where the newest is in view
     */
    bound(seen) {
        const { articles } = this.#list;
        const at = seen ? articles.indexOf(seen) : articles.length;
        if (articles.length <= MOST || at < 0) return;
        if (at + AROUND < articles.length) {
            this.#list.letGo(at + AROUND);
            this.#newer = true;
        }
        if (at > AROUND) this.leave(at - AROUND);
    }

    /**
     * Lets the oldest go, and perhaps others that would have come after them.
     * @param {number} count
     */
    leave(count) {
        this.#list.letGo(0, count);
        this.#older = true;
        this.markBeginning();
    }

    /** Says where the room begins, if that is shown. */
    markBeginning() {
        this.#items.querySelector(':scope > .beginning')?.remove();
        const { kind, roomName, thread } = this.#timeline.dataset;
        if (this.#older || this.#list.size === 0 || thread) return; // a thread begins with its root
        const beginning = document.createElement('div');
        beginning.className = 'beginning';
        beginning.textContent = `This is the beginning of ${kind === 'direct' ? 'your conversation with ' : '#'}${roomName}`;
        this.#items.prepend(beginning);
    }

    // Something newer may have come between a page's rendering and its arrival here.
    #reachesTo(hasNewer) {
        this.#newer = hasNewer || this.#newestTold > Number(this.#list.newest?.dataset.number ?? Infinity);
    }
}
