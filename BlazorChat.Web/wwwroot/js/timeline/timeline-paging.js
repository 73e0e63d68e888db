import { fetchPage } from './timeline-pages.js';

const NEAR_TOP = 600;
const SHAPES = 3;
const REST = 3_000;

/** Which part of a room's history a timeline shows, and how it gets more of it. */
export class Paging {
    #timeline;
    #items;
    #list;
    #position;
    #room;
    #loading = null;
    #following = false;
    #older = false;
    #newer = false;
    #newestKnown = 0;
    #changed = new Map();

    /**
     * @param {HTMLElement} timeline
     * @param {HTMLElement} items
     * @param {import('./message-list.js').MessageList} list
     * @param {import('./timeline-scroll.js').ReadingPosition} position
     */
    constructor(timeline, items, list, position) {
        this.#timeline = timeline;
        this.#items = items;
        this.#list = list;
        this.#position = position;
        this.#room = timeline.dataset.room;
    }

    /** Whether new messages belong right below those that are shown. */
    get atNewest() {
        return !this.#newer;
    }

    /** @param {import('./timeline-pages.js').Page} page the newest one, now shown */
    showsNewest({ hasMore }) {
        this.#older = hasMore;
        this.#newer = false;
        this.#markBeginning();
    }

    /** The room's very first message came. */
    hasBegun() {
        this.#markBeginning();
    }

    /** The oldest messages were removed from the timeline. */
    trimmed() {
        this.#older = true;
        this.#markBeginning();
    }

    /** A new message came that is not shown, because the part that is shown ends before it. */
    skipped(number) {
        this.#newestKnown = Math.max(this.#newestKnown, number);
    }

    /** A message changed. A page that is being loaded may still hold its old state. */
    changed(id, apply) {
        if (this.#loading) this.#changed.set(id, apply);
    }

    /** Loads older or newer messages as the reader comes near to them. */
    async follow() {
        if (this.#following) return;
        this.#following = true;
        for (let lacking; (lacking = this.#lacking()) && this.#timeline.isConnected;)
            await this.#once(() => this.#load(lacking));
        this.#following = false;
    }

    /**
     * Shows the messages around one.
     * @returns {Promise<boolean>} whether there is such a message
     */
    around(id) {
        return this.#once(async () => {
            const page = await fetchPage(this.#room, 'around', id);
            if (!page?.articles.some(({ dataset }) => dataset.id === id)) return false;
            this.#list.fill(page.articles);
            [this.#older, this.#newer] = [page.hasMore, page.hasNewer];
            this.#newestKnown = 0;
            this.#markBeginning();
            return true;
        });
    }

    #lacking() {
        if (this.#list.oldest === null) return null;
        if (this.#older && this.#position.toTop < NEAR_TOP) return 'before';
        return this.#newer && this.#position.atBottom ? 'after' : null;
    }

    async #load(direction) {
        const from = direction === 'before' ? this.#list.oldest : this.#list.newest;
        const shapes = direction === 'before' ? this.#showShapes() : null;
        const page = await fetchPage(this.#room, direction, from.dataset.id);
        shapes?.forEach(shape => shape.remove());
        if (!page) return new Promise(done => setTimeout(done, REST)); // scrolling on must not become a storm of requests
        this.#addKeepingPlace(page.articles);
        if (direction === 'before') this.#older = page.hasMore;
        // Something newer may have come between that page's rendering and its arrival here.
        else this.#newer = page.hasMore || this.#newestKnown > Number(this.#list.newest.dataset.number);
        this.#markBeginning();
    }

    // A reader at the bottom of an old part reads on from there: a new page below must not scroll them along.
    #addKeepingPlace(articles) {
        const { scrollHeight, scrollTop } = this.#timeline;
        const follow = this.#position.atBottom;
        this.#position.keep(() => {
            this.#list.putAll(articles);
            this.#changed.forEach(apply => apply());
        });
        if (follow && this.#newer) this.#timeline.scrollTop = scrollTop - (this.#timeline.scrollHeight - scrollHeight);
    }

    async #once(load) {
        while (this.#loading) await this.#loading;
        this.#loading = load();
        try {
            return await this.#loading;
        } finally {
            this.#loading = null;
            this.#changed.clear();
        }
    }

    #markBeginning() {
        this.#items.querySelector('.beginning')?.remove();
        if (this.#older || this.#list.articles.length === 0) return;
        const beginning = document.createElement('div');
        beginning.className = 'beginning';
        const { kind, roomName } = this.#timeline.dataset;
        beginning.textContent = `This is the beginning of ${kind === 'direct' ? 'your conversation with ' : '#'}${roomName}`;
        this.#items.prepend(beginning);
    }

    #showShapes() {
        const shapes = Array.from({ length: SHAPES }, () => {
            const shape = document.createElement('div');
            shape.className = 'skeleton';
            shape.setAttribute('aria-hidden', 'true');
            return shape;
        });
        this.#items.prepend(...shapes);
        return shapes;
    }
}
