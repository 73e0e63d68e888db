import type { Connection } from './connection.js';
import { isNewer } from './cursor.js';
import type { LiveEvent } from './events.js';
import type { Http } from './http.js';
import { Timeline } from './timeline.js';
import type { History } from './types.js';

const PAGE = 50;
const BIG_PAGE = 200;
const MOST = 1_000;

/** Loads a room's history. A page may be older than events that come while it is on its way: these are kept, and applied to it. */
export class Pages {
    #http: Http;
    #connection: Connection;
    #path: string;
    #loads = new Set<LiveEvent[]>();

    /** @param path The room's. */
    constructor(http: Http, connection: Connection, path: string) {
        [this.#http, this.#connection, this.#path] = [http, connection, path];
    }

    /** An event of the room, which pages that are on their way may not know. */
    hear(event: LiveEvent): void {
        if (event.id) for (const heard of this.#loads) heard.push(event);
    }

    /**
     * The newest messages.
     * @param wanted How many there should be at least, within bounds.
     * @returns null if something is missing that was told before anybody listened.
     */
    newest(wanted: number, signal: AbortSignal): Promise<Timeline | null> {
        return this.#meanwhile(async heard => {
            const timeline = new Timeline();
            const page = await this.#page(wanted > PAGE ? BIG_PAGE : PAGE, signal);
            this.#connection.start(page.cursor);
            if (isNewer(this.#connection.origin, page.cursor)) return null;
            timeline.prepend(page);
            while (timeline.hasOlder && timeline.size < Math.min(wanted, MOST))
                timeline.prepend(await this.#page(BIG_PAGE, signal, timeline.oldest!.id));
            return heard.every(event => timeline.apply(event) !== 'gap') ? timeline : null;
        });
    }

    /** One page more before those of the timeline; nothing if that was trimmed meanwhile, since the page would not fit any more. */
    older(timeline: Timeline, signal: AbortSignal): Promise<void> {
        return this.#meanwhile(async heard => {
            const before = timeline.oldest!.id;
            const page = await this.#page(PAGE, signal, before);
            if (timeline.oldest!.id === before) timeline.prepend(page);
            for (const event of heard) timeline.apply(event);
        });
    }

    async #meanwhile<T>(load: (heard: LiveEvent[]) => Promise<T>): Promise<T> {
        const heard: LiveEvent[] = [];
        this.#loads.add(heard);
        try {
            return await load(heard);
        } finally {
            this.#loads.delete(heard);
        }
    }

    #page(limit: number, signal: AbortSignal, before?: string): Promise<History> {
        const query = new URLSearchParams({ limit: `${limit}`, ...(before && { before }) });
        return this.#http.request<History>('GET', `${this.#path}/history?${query}`, { signal });
    }
}
