import { live } from '../live/live.js';
import { fetchPage } from './timeline-pages.js';
import { showShapes } from './timeline-shapes.js';

const NEAR_EDGE = 600;
const REST = 3_000;

/** Loads more of a room's history as the reader comes near to where it ends. */
export class Paging {
    #timeline;
    #items;
    #list;
    #position;
    #span;
    #onNewest;
    #place;
    #loading = null;
    #following = false;
    #changed = new Map();

    /**
     * @param {object} parts
     * @param {HTMLElement} parts.timeline
     * @param {HTMLElement} parts.items
     * @param {import('./message-list.js').MessageList} parts.list
     * @param {import('./timeline-scroll.js').ReadingPosition} parts.position
     * @param {import('./timeline-span.js').Span} parts.span
     * @param {import('./timeline-place.js').Place} parts.place
     * @param {() => void} parts.onNewest what is shown reaches to the newest again
     */
    constructor({ timeline, items, list, position, span, place, onNewest }) {
        this.#timeline = timeline;
        this.#items = items;
        this.#list = list;
        this.#position = position;
        this.#span = span;
        this.#onNewest = onNewest;
        this.#place = place;
    }

    /** A message changed. A page that is being loaded may still hold its old state. */
    changed(id, apply) {
        if (this.#loading) this.#changed.set(id, apply);
    }

    /** Loads older or newer messages as the reader comes near to them. */
    async follow() {
        if (this.#following) return;
        this.#following = true;
        for (let lacking; (lacking = this.#lacking()) && this.#timeline.isConnected;) {
            await this.#once(() => this.#load(lacking));
            await live.signedIn();
        }
        this.#following = false;
    }

    /**
     * Shows the messages around one.
     * @returns {Promise<boolean>} whether there is such a message
     */
    around(id) {
        return this.#once(async () => {
            const page = await fetchPage(this.#place, 'around', id);
            if (!page?.articles.some(({ dataset }) => dataset.id === id)) return false;
            this.#list.fill(page.articles);
            this.#catchUp();
            this.#span.showsAround(page);
            if (this.#span.atNewest) this.#onNewest();
            return true;
        });
    }

    #lacking() {
        if (this.#list.oldest === null) return null;
        if (this.#span.hasOlder && this.#position.toTop < NEAR_EDGE) return 'before';
        return !this.#span.atNewest && this.#position.toEnd < NEAR_EDGE ? 'after' : null;
    }

    async #load(direction) {
        const edge = () => direction === 'before' ? this.#list.oldest : this.#list.newest;
        const from = edge();
        const hideShapes = direction === 'before' ? showShapes(this.#items) : () => {};
        const page = await fetchPage(this.#place, direction, from.dataset.id);
        hideShapes();
        if (!page) return new Promise(done => setTimeout(done, REST)); // scrolling on must not become a storm of requests
        if (edge() !== from) return; // that end was let go meanwhile: there would be a hole
        // A reader at the bottom of an old part reads on from there: a new page below must not scroll them along.
        this.#position.keep(seen => {
            this.#list.putAll(page.articles);
            this.#catchUp();
            this.#span.grew(direction, page);
            this.#span.bound(seen);
        }, this.#span.atNewest && this.#position.atBottom);
        if (direction === 'after' && this.#span.atNewest) this.#onNewest();
    }

    #catchUp() {
        this.#changed.forEach(apply => apply());
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
}
