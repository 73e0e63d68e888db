import { request } from '../base/api.js';
import { Backoff } from '../base/backoff.js';
import { isNewer } from './cursor.js';
import { EventStream } from './event-stream.js';
import { Polling, eventsOf, query } from './polling.js';

const STREAM_AGAIN = 60_000;
const SILENT_TOO_LONG = 60_000;
const REFUSED_TOO_OFTEN = 2;

/** @typedef {'connecting' | 'open' | 'reconnecting' | 'polling' | 'signed-out' | 'offline'} ConnectionState */

/** This browser's one connection to the server: a stream, opened again at its cursor whenever it breaks, or else polling. */
export class Connection {
    #environment;
    #told;
    #backoff;
    #user;
    #cursor;
    #watched;
    #me = null;
    #mine = new Set();
    #state = 'connecting';
    #stream = null;
    #polling = null;
    #timer;
    #attempt = 0;
    #refused = 0;
    #heard = 0;

    /**
     * @param {object} options
     * @param {string} [options.user] whose page it is: a connection of another user is not used
     * @param {string | null} options.cursor where to begin
     * @param {Iterable<string>} options.watch rooms to be told of without being a member
     * @param {(event: import('./event-stream.js').LiveEvent) => void} options.onEvent
     * @param {(state: ConnectionState) => void} options.onState
     * @param {import('./environment.js').Environment} environment
     */
    constructor({ user, cursor, watch, onEvent, onState }, environment) {
        this.#user = user;
        this.#cursor = cursor;
        this.#watched = new Set(watch);
        this.#told = { onEvent, onState };
        this.#environment = environment;
        this.#backoff = new Backoff(environment.random);
        this.#open();
    }

    get cursor() {
        return this.#cursor;
    }

    get state() {
        return this.#state;
    }

    /** A stream carries my own rooms anyway. Only a room that is neither mine nor watched yet needs a new stream. */
    watch(rooms) {
        const lacking = [...rooms].some(room => !this.#watched.has(room) && !this.#mine.has(room));
        this.#watched = new Set(rooms);
        if (lacking) this.#restart();
    }

    /** The page is visible again, say: connects at once if need be, without waiting for the next attempt. */
    wake() {
        const silent = this.#environment.now() - this.#heard > SILENT_TOO_LONG;
        if (!this.#stream || silent) this.#restart();
    }

    /** The browser says that the network is gone or back. A stream from before may be dead without an error. */
    networkChanged() {
        if (this.#environment.isOnline()) return this.#restart();
        // Tries all the same: a server on this machine can be reached without a network.
        this.#quiet();
        this.#enter('offline');
        this.#streamAgainIn(this.#backoff.next());
    }

    stop() {
        this.#quiet();
        this.#polling?.stop();
        this.#polling = null;
    }

    #restart() {
        this.stop();
        if (this.#state === 'open' || this.#state === 'polling') this.#enter('reconnecting');
        this.#open();
    }

    #quiet() {
        this.#attempt++;
        this.#environment.clearTimeout(this.#timer);
        this.#stream?.close();
        this.#stream = null;
    }

    #open() {
        this.#quiet();
        this.#heard = this.#environment.now();
        this.#stream = new EventStream(`/chat/events?${query(this.#cursor, this.#watched)}`, {
            onReady: ready => this.#ready(ready),
            onEvent: event => this.#take(event),
            onError: () => this.#broke(),
            onSilent: () => this.#poll(),
        }, this.#environment);
    }

    #ready(ready) {
        if (this.#user && ready.user_id !== this.#user) {
            this.stop();
            return this.#enter('signed-out');
        }
        this.#refused = 0;
        this.#backoff.reset();
        this.#polling?.stop();
        this.#polling = null;
        this.#cursor ??= ready.cursor;
        this.#me = ready.user_id;
        this.#mine = new Set(ready.rooms);
        this.#heard = this.#environment.now();
        this.#enter('open');
        this.#told.onEvent({ name: 'ready', data: ready, id: null });
    }

    #take(event) {
        this.#heard = this.#environment.now();
        if (event.name === 'reset') this.#cursor = event.data.cursor;
        else if (event.id && !isNewer(event.id, this.#cursor)) return; // polling brought it already
        else this.#cursor = event.id ?? this.#cursor;
        this.#told.onEvent(event);
        if (event.name === 'member' && event.data.user_id === this.#me) this.#joinedOrLeft(event.data);
    }

    #joinedOrLeft({ room_id, role }) {
        if (role) return this.#mine.add(room_id);
        // No longer my room, but still shown: the stream carries it only if asked for it.
        if (this.#mine.delete(room_id) && this.#watched.has(room_id)) this.#restart();
    }

    async #broke() {
        this.#stream = null;
        if (this.#polling) return this.#streamAgainIn(STREAM_AGAIN);
        if (this.#state !== 'signed-out') this.#down();

        // An EventSource does not say why it ended; an ordinary request does.
        const attempt = this.#attempt;
        const answer = await request('GET', '/auth/me', undefined, { fetch: this.#environment.fetch });
        if (attempt !== this.#attempt) return;
        if (answer.status === 401) return this.#enter('signed-out');
        this.#down();
        if (answer.retryAfter) return this.#streamAgainIn(answer.retryAfter * 1000);
        if (answer.ok && ++this.#refused > REFUSED_TOO_OFTEN) return this.#poll();
        this.#streamAgainIn(this.#backoff.next());
    }

    #poll() {
        this.#stream = null;
        this.#refused = 0;
        this.#streamAgainIn(STREAM_AGAIN);
        this.#polling ??= new Polling({
            cursor: () => this.#cursor,
            watch: () => this.#watched,
            onPage: page => this.#takePage(page),
            onFail: () => this.#down(),
            onSignedOut: () => {
                this.stop();
                this.#enter('signed-out');
            },
        }, this.#environment);
    }

    #takePage({ events, cursor }) {
        this.#enter('polling');
        eventsOf(events).forEach(event => this.#take(event));
        if (isNewer(cursor, this.#cursor)) this.#cursor = cursor;
    }

    #streamAgainIn(milliseconds) {
        this.#timer = this.#environment.setTimeout(() => this.#open(), milliseconds);
    }

    #down() {
        this.#enter(this.#environment.isOnline() ? 'reconnecting' : 'offline');
    }

    #enter(state) {
        if (state === this.#state) return;
        this.#state = state;
        this.#told.onState(state);
    }
}
