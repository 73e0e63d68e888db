import { request } from '../base/api.js';

const EVERY = 3_000;

/** Tells a room that I am writing: now and then while I do, and once when I stop. */
export class Typing {
    #room;
    #thread;
    #post;
    #now;
    #toldAt = -Infinity;

    /**
     * @param {string} room
     * @param {(body: object) => unknown} post
     * @param {() => number} now
     * @param {string} [thread] the message on whose thread I write
     */
    constructor(room, post = body => request('POST', '/chat/typing', body), now = Date.now, thread = undefined) {
        this.#room = room;
        this.#post = post;
        this.#now = now;
        this.#thread = thread;
    }

    goesOn() {
        if (this.#now() - this.#toldAt < EVERY) return;
        this.#toldAt = this.#now();
        this.#tell(true);
    }

    stops() {
        if (this.#toldAt === -Infinity) return;
        this.#toldAt = -Infinity;
        this.#tell(false);
    }

    #tell(is_typing) {
        this.#post({ room_id: this.#room, is_typing, ...(this.#thread && { thread_id: this.#thread }) });
    }
}
