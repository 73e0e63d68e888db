import { isSignedOut, sentence } from '../base/api.js';

/**
 * A message on its way.
 * @typedef {object} Entry
 * @property {string} clientId makes sending it again safe
 * @property {string} room
 * @property {string} text
 * @property {{ id: string, name: string, excerpt: string } | null} replyTo
 * @property {string} [thread] the message on whose thread it hangs
 * @property {boolean} [alsoInRoom] whether it stands in the room as well
 * @property {number} at Unix milliseconds
 * @property {'pending' | 'failed'} state
 * @property {boolean} again whether to try again without being asked: it was not refused, it did not get through
 * @property {string} [reason] why it failed, for a person
 * @property {boolean} [isSignedOut] whether it failed because nobody is signed in any more
 * @property {boolean} [isEarly] sent before this script was there, by first.js
 */

/**
 * What happened to an entry. `sent` carries the stored message, or null when another tab sent it.
 * @typedef {{ kind: 'added' | 'changed' | 'waiting' | 'sent' | 'discarded', entry: Entry, message?: any, notice?: string }} Change
 */

const UNREACHABLE = 'It goes out when the connection is back.';
const UNFINISHED = 'It had not been sent when the page closed.';

/** Sends what a user writes: at once, in order, one at a time for each room, and never twice. */
export class Outbox {
    #entries = [];
    #busy = new Set();
    #listeners = new Set();
    #environment;

    /**
     * @param {object} environment
     * @param {{ keep: (entry: Entry) => void, drop: (entry: Entry) => void, has: (entry: Entry) => boolean, all: () => Entry[] }} environment.storage
     * @param {(body: object) => Promise<import('../base/api.js').Answer>} environment.post
     * @param {(milliseconds: number) => Promise<void>} environment.rest
     * @param {() => number} environment.now
     * @param {() => string} environment.newId
     * @param {(room: string, act: () => Promise<void>) => Promise<void>} environment.alone no other tab acts meanwhile
     */
    constructor(environment) {
        this.#environment = environment;
        this.#entries = environment.storage.all()
            .map(({ isEarly, ...entry }) => ({ ...entry, ...(entry.state === 'pending' && !isEarly && { state: 'failed', again: true, reason: UNFINISHED }) }));
        this.#tryAgain(() => false); // what was sent before the scripts were there goes out now
    }

    /** @param {(change: Change) => void} listener */
    subscribe(listener) {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    }

    /** @param {string} room */
    of(room) {
        return this.#entries.filter(entry => entry.room === room);
    }

    /**
     * @param {string} room
     * @param {string} text
     * @param {Entry['replyTo']} [replyTo]
     * @param {Pick<Entry, 'thread' | 'alsoInRoom'>} [where] in a thread of the room
     */
    add(room, text, replyTo = null, where = {}) {
        const { newId, now } = this.#environment;
        const entry = { clientId: newId(), room, text, replyTo, ...where, at: now(), state: 'pending', again: false };
        this.#entries.push(entry);
        this.#keep(entry);
        this.#tell({ kind: 'added', entry });
        this.#tryAgain(earlier => earlier.again && earlier.room === room);
        return entry;
    }

    /** @param {string} clientId */
    retry(clientId) {
        this.#tryAgain(entry => entry.clientId === clientId);
    }

    /** The connection is back: what did not get through goes out now, in the order it was written. */
    retryAll() {
        this.#tryAgain(entry => entry.again);
    }

    /** @param {string} clientId */
    discard(clientId) {
        this.#remove(clientId, 'discarded');
    }

    /** It was seen among the room's messages: sent, whatever became of the answer. */
    confirm(clientId) {
        this.#remove(clientId, 'sent');
    }

    #tryAgain(chosen) {
        for (const entry of this.#entries.filter(entry => entry.state === 'failed' && chosen(entry)))
            this.#change(entry, { state: 'pending', again: false, isSignedOut: false, reason: undefined });
        for (const room of new Set(this.#entries.map(entry => entry.room))) this.#pump(room);
    }

    async #pump(room) {
        if (this.#busy.has(room)) return;
        this.#busy.add(room);
        for (let next; (next = this.#entries.find(entry => entry.room === room && entry.state === 'pending'));)
            await this.#environment.alone(room, () => this.#send(next));
        this.#busy.delete(room);
    }

    async #send(entry) {
        const { storage, post, rest } = this.#environment;
        if (!storage.has(entry)) return this.confirm(entry.clientId); // another tab was faster
        const answer = await post({
            room_id: entry.room, message: entry.text, client_id: entry.clientId, reply_to: entry.replyTo?.id,
            ...(entry.thread && { thread_id: entry.thread, also_in_room: entry.alsoInRoom ?? false }),
        });
        if (!this.#entries.includes(entry)) return; // its event came before its answer, or it was discarded
        if (answer.ok) return this.#remove(entry.clientId, 'sent', answer.body?.message ?? null);
        if (answer.retryAfter) {
            this.#tell({ kind: 'waiting', entry, notice: patience(answer) });
            return rest(answer.retryAfter * 1000);
        }
        if (answer.status === 0 || answer.status >= 500) return this.#unreachable(entry.room);
        this.#change(entry, { state: 'failed', again: answer.status === 401, isSignedOut: isSignedOut(answer), reason: sentence(answer) });
    }

    // What was written after it must not overtake it.
    #unreachable(room) {
        for (const entry of this.of(room).filter(entry => entry.state === 'pending'))
            this.#change(entry, { state: 'failed', again: true, reason: UNREACHABLE });
    }

    #change(entry, what) {
        Object.assign(entry, what);
        this.#keep(entry);
        this.#tell({ kind: 'changed', entry });
    }

    #keep(entry) {
        this.#environment.storage.keep(entry);
    }

    #remove(clientId, kind, message = null) {
        const entry = this.#entries.find(entry => entry.clientId === clientId);
        if (!entry) return;
        this.#entries.splice(this.#entries.indexOf(entry), 1);
        this.#environment.storage.drop(entry);
        this.#tell({ kind, entry, message });
    }

    #tell(change) {
        for (const listener of [...this.#listeners]) listener(change);
    }
}

const patience = ({ status, retryAfter }) =>
    `${status === 429 ? 'You are sending too fast.' : 'The server is busy.'} It goes out in ${retryAfter} s.`;
