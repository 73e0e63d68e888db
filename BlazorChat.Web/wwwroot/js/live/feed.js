import { isNewer } from './cursor.js';

/**
 * Events for one reader, each durable one once and none left out: whatever the reader may have missed is fetched before
 * it is told what came later.
 */
export class Feed {
    #deliver;
    #fetchSince;
    #held = null;
    #joining = null;

    /**
     * @param {object} options
     * @param {string | null} options.cursor what the reader knows already
     * @param {(event: import('./event-stream.js').LiveEvent) => void} options.deliver
     * @param {(cursor: string) => Promise<{ events: import('./event-stream.js').LiveEvent[], cursor: string, hasMore: boolean } | null>} options.fetchSince
     *     null when it could not be had
     */
    constructor({ cursor, deliver, fetchSince }) {
        this.cursor = cursor;
        this.#deliver = deliver;
        this.#fetchSince = fetchSince;
    }

    /** Tells the reader, or keeps it until the reader has what came before. */
    offer(event) {
        if (event.id && this.#held) this.#held.push(event);
        else this.#pass(event);
    }

    hold() {
        this.#held ??= [];
    }

    release() {
        const held = this.#held ?? [];
        this.#held = null;
        held.forEach(event => this.#pass(event));
    }

    /**
     * Joins a line that is on its way already.
     * @param {Promise<string | null>} lineBegins from which cursor on the line brings everything
     */
    async join(lineBegins) {
        const joining = this.#joining = {};
        this.hold();
        const from = await lineBegins;
        if (isNewer(from, this.cursor)) await this.#catchUp();
        if (joining === this.#joining) this.release(); // a later join releases for both
    }

    /** The line is at that cursor: whatever lies between did not come through. */
    missing(cursor) {
        if (!this.#held && isNewer(cursor, this.cursor)) this.join(Promise.resolve(cursor));
    }

    async #catchUp() {
        for (let more = true; more;) {
            const page = await this.#fetchSince(this.cursor);
            if (!page) return;
            page.events.forEach(event => this.#pass(event));
            if (isNewer(page.cursor, this.cursor)) this.cursor = page.cursor;
            more = page.hasMore;
        }
    }

    #pass(event) {
        if (event.name === 'reset') this.cursor = event.data.cursor;
        else if (event.id) {
            if (!isNewer(event.id, this.cursor)) return;
            this.cursor = event.id;
        }
        this.#deliver(event);
    }
}
