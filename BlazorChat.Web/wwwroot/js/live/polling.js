import { request } from '../base/api.js';
import { Backoff } from '../base/backoff.js';

const WAIT = 25;
const TOO_SOON = 1_000;

/**
 * One page of what happened since a cursor.
 * @param {string | null} cursor
 * @param {{ wait: number, watch: Iterable<string>, signal?: AbortSignal }} options `wait` in seconds
 * @param {import('./environment.js').Environment} environment
 */
export function poll(cursor, { wait, watch, signal }, { fetch }) {
    return request('GET', `/chat/poll?${query(cursor, watch)}&wait=${wait}`, undefined, { fetch, signal });
}

/**
 * The query of a stream or a poll.
 * @param {string | null} cursor
 * @param {Iterable<string>} watch rooms that are shown to someone who is not a member
 */
export function query(cursor, watch) {
    const asked = new URLSearchParams({ html: '1' });
    if (cursor) asked.set('cursor', cursor);
    const rooms = [...watch].join(',');
    if (rooms) asked.set('watch', rooms);
    return asked;
}

/**
 * @param {{ event: string, data: any, id: string | null }[]} events as a poll answers them
 * @returns {import('./event-stream.js').LiveEvent[]}
 */
export const eventsOf = events => events.map(({ event, data, id }) => ({ name: event ?? 'message', data, id: id ?? null }));

/** Long polling, for where streams do not get through. Goes on until it is stopped or the caller is signed out. */
export class Polling {
    #stopped = new AbortController();
    #backoff;
    #environment;

    /**
     * @param {object} options
     * @param {() => string | null} options.cursor where to go on from
     * @param {() => Iterable<string>} options.watch
     * @param {(page: { events: any[], cursor: string }) => void} options.onPage
     * @param {(answer: import('../base/api.js').Answer) => void} options.onFail
     * @param {() => void} options.onSignedOut
     * @param {import('./environment.js').Environment} environment
     */
    constructor(options, environment) {
        this.#environment = environment;
        this.#backoff = new Backoff(environment.random);
        this.#run(options);
    }

    stop() {
        this.#stopped.abort();
    }

    async #run({ cursor, watch, onPage, onFail, onSignedOut }) {
        const { signal } = this.#stopped;
        let wait = 0; // at first, and after a failure, an answer at once: it says that polling works
        while (!signal.aborted) {
            const asked = this.#environment.now();
            const answer = await poll(cursor(), { wait, watch: watch(), signal }, this.#environment);
            if (signal.aborted) return;
            if (answer.status === 401) return onSignedOut();
            if (!answer.ok || !answer.body) {
                onFail(answer);
                wait = 0;
                await this.#rest(answer.retryAfter ? answer.retryAfter * 1000 : this.#backoff.next());
                continue;
            }
            onPage(answer.body);
            // A proxy that answers by itself must not make us ask in a tight loop.
            const early = wait > 0 && answer.body.events.length === 0 && this.#environment.now() - asked < TOO_SOON;
            wait = WAIT;
            if (early) await this.#rest(this.#backoff.next());
            else this.#backoff.reset();
        }
    }

    #rest(milliseconds) {
        return new Promise(done => this.#environment.setTimeout(done, milliseconds));
    }
}
