import { isNewer } from './cursor.js';

/**
 * Gives one reader every durable event once. What the reader may have missed is fetched and delivered before later events.
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
     *     null if it could not be fetched
     */
    constructor({ cursor, deliver, fetchSince }) {
        this.cursor = cursor;
        this.#deliver = deliver;
        this.#fetchSince = fetchSince;
    }

    /** Delivers an event, or keeps it until the reader has what came before. */
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
     * Joins a connection that is already running.
     * @param {Promise<string | null>} lineBegins the cursor from which on the connection brings everything
     */
    async join(lineBegins) {
        const joining = this.#joining = {};
        this.hold();
        const from = await lineBegins;
        if (isNewer(from, this.cursor)) await this.#catchUp();
        if (joining === this.#joining) this.release(); // a later join releases for both
    }

    /** The connection is at that cursor: what lies between did not get through, and is fetched. */
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
