import { isNewer } from './cursor.js';
import { asChatError } from './errors.js';
import type { ChatEvents, LiveEvent } from './events.js';
import type { Http } from './http.js';
import { poll, type PollPage } from './polling.js';
import { readStream } from './stream.js';
import { Backoff, rest, type Timing } from './timing.js';

/**
 * `idle`: not started, or stopped. `open`: a stream is open. `polling`: streams do not get through, events come by asking.
 * `signed-out`: the server does not know the token any more.
 */
export type ConnectionState = 'idle' | 'connecting' | 'open' | 'polling' | 'reconnecting' | 'signed-out';

const REFUSED_TOO_OFTEN = 3;
const LASTS = 5_000;

/** The one line of events: a stream over all rooms, opened again at its cursor whenever it breaks, or else polling. */
export class Connection {
    #http: Http;
    #timing: Timing;
    #told: { onEvents(events: LiveEvent[]): void; onState(): void };
    #state: ConnectionState = 'idle';
    #cursor: string | null = null;
    #origin: string | null = null;
    #me: string | null = null;
    #mine = new Set<string>();
    #watched = new Map<string, number>();
    #life: AbortController | null = null;
    #attempt = new AbortController();
    #polling: AbortController | null = null;
    #backoff: Backoff;
    #isStopped = false;

    constructor(http: Http, timing: Timing, told: { onEvents(events: LiveEvent[]): void; onState(): void }) {
        [this.#http, this.#timing, this.#told] = [http, timing, told];
        this.#backoff = new Backoff(timing);
    }

    get state(): ConnectionState {
        return this.#state;
    }

    /** All events after this cursor are told; null as long as that is not known. */
    get origin(): string | null {
        return this.#origin;
    }

    /** Begins, or begins again where it stopped. Where no cursor is known yet, `cursor` is where it begins. */
    start(cursor?: string): void {
        if (cursor !== undefined && this.#state === 'idle' && this.#isStopped) return;
        this.#isStopped = false;
        const placed = cursor !== undefined && this.#cursor === null;
        if (placed) this.#cursor = this.#origin = cursor;
        if (this.#life && placed) return this.#restart();
        if (this.#life) return;
        this.#life = new AbortController();
        this.#enter('connecting');
        void this.#run(this.#life.signal);
    }

    stop(): void {
        this.#isStopped = true;
        this.#end();
        this.#enter('idle');
    }

    /** Follows a room, also one that I do not belong to, until the function that is returned is called. */
    watch(roomId: string): () => void {
        const count = this.#watched.get(roomId) ?? 0;
        this.#watched.set(roomId, count + 1);
        // A stream carries my own rooms anyway.
        if (count === 0 && !this.#mine.has(roomId)) this.#restart();
        return () => {
            const left = this.#watched.get(roomId)! - 1;
            if (left) this.#watched.set(roomId, left);
            else this.#watched.delete(roomId);
        };
    }

    /** Tries at once instead of waiting: the network is back, or there is a new token. A stream of before may be dead. */
    wake(): void {
        if (this.#state === 'signed-out') this.#life = null;
        if (this.#life) this.#restart();
        else if (this.#state !== 'idle') this.start();
    }

    async #run(life: AbortSignal): Promise<void> {
        for (let refused = 0; !life.aborted;) {
            const { signal } = (this.#attempt = new AbortController());
            const began = Date.now();
            let after: number | null = null;
            try {
                const path = `/chat/events?${this.#query()}`;
                const end = await readStream(this.#http, path, events => this.#hear(events), this.#timing, AbortSignal.any([life, signal]));
                if (life.aborted) return;
                if (signal.aborted) continue;
                if (end === 'silent') this.#poll(life);
                else refused = 0;
            } catch (error) {
                const why = asChatError(error);
                if (why.isSignedOut) return this.#signedOut();
                if (!this.#polling) this.#enter('reconnecting');
                after = why.retryAfter;
                if (!after && await this.#answers() && ++refused >= REFUSED_TOO_OFTEN) this.#poll(life);
                if (life.aborted) return;
            }
            if (!this.#polling) this.#enter('reconnecting');
            if (Date.now() - began > LASTS) this.#backoff.reset();
            await rest(this.#polling && !after ? this.#timing.streamAgain : this.#backoff.next(after), AbortSignal.any([life, signal]));
        }
    }

    // Whether the chat is there although its stream is not.
    #answers(): Promise<boolean> {
        return this.#http.request('GET', '/auth/me').then(() => true, () => false);
    }

    #poll(life: AbortSignal): void {
        if (this.#polling) return;
        const { signal } = (this.#polling = new AbortController());
        void poll(this.#http, () => this.#query(), page => this.#page(page), error => {
            if (error.isSignedOut) this.#signedOut();
            else this.#enter('reconnecting');
        }, this.#timing, AbortSignal.any([life, signal]));
    }

    #page({ events, cursor }: PollPage): void {
        if (this.#cursor === null) this.#cursor = this.#origin = cursor;
        this.#enter('polling');
        this.#hear(events);
        if (isNewer(cursor, this.#cursor)) this.#cursor = cursor;
    }

    #hear(events: LiveEvent[]): void {
        const news = events.filter(event => this.#take(event));
        if (news.length) this.#told.onEvents(news);
    }

    /** @returns Whether it is news: while it polls, a stream may bring the same again. */
    #take({ name, data, id }: LiveEvent): boolean {
        if (name === 'ready') this.#ready(data);
        else if (name === 'reset') this.#cursor = this.#origin = data.cursor;
        else if (id && !isNewer(id, this.#cursor)) return false;
        else if (id) this.#cursor = id;
        if (name === 'member' && data.user_id === this.#me) this.#joinedOrLeft(data);
        return true;
    }

    #ready({ cursor, user_id, rooms }: ChatEvents['ready']): void {
        if (this.#cursor === null) this.#cursor = this.#origin = cursor;
        this.#me = user_id;
        this.#mine = new Set(rooms);
        this.#polling?.abort();
        this.#polling = null;
        this.#enter('open');
    }

    #joinedOrLeft({ room_id, role }: ChatEvents['member']): void {
        if (role) this.#mine.add(room_id);
        // No longer my room, but still shown: the stream carries it only if asked for it.
        else if (this.#mine.delete(room_id) && this.#watched.has(room_id)) this.#restart();
    }

    #query(): string {
        const query = new URLSearchParams();
        if (this.#cursor) query.set('cursor', this.#cursor);
        if (this.#watched.size) query.set('watch', [...this.#watched.keys()].join());
        return query.toString();
    }

    #restart(): void {
        this.#attempt.abort();
        if (!this.#polling || !this.#life) return;
        this.#polling.abort();
        this.#polling = null;
        this.#poll(this.#life.signal);
    }

    #signedOut(): void {
        this.#end();
        this.#enter('signed-out');
    }

    #end(): void {
        this.#life?.abort();
        this.#life = this.#polling = null;
    }

    #enter(state: ConnectionState): void {
        if (state === this.#state) return;
        this.#state = state;
        this.#told.onState();
    }
}
