import { request } from '../base/api.js';

const PAUSE = 2_000;
const AGAIN = 20_000;
const MOST_OF_LEAVING = 15_000; // letters: browsers take 64 KiB of a page that goes, and refuse more; what is longer stays here until the next visit

/**
 * A room's or a thread's unfinished message as this browser keeps it, over reloads and while the server is away.
 * @param {string} user
 * @param {string} room
 * @param {string} [thread] the message on which the thread hangs
 * @param {Storage} storage
 */
export function draftOf(user, room, thread, storage = localStorage) {
    const key = `blazorchat-draft-${user}-${room}${thread ? `-${thread}` : ''}`;
    const put = (name, value) => {
        try {
            if (value) storage.setItem(name, value);
            else storage.removeItem(name);
        } catch {
            // Full or forbidden: the text is still in the field.
        }
    };
    return {
        read: () => storage.getItem(key) ?? '',
        write: text => put(key, text),
        /** @returns {{ text: string, version: number } | null} what the server had at last, as far as this browser knows */
        readKept: () => JSON.parse(storage.getItem(`${key}-kept`) ?? 'null'),
        writeKept: kept => put(`${key}-kept`, JSON.stringify(kept)),
    };
}

/**
 * What stands in one field and is not sent. It is in this browser's storage at once, and with the server a moment later, which
 * tells my other devices. What was written last counts; what is being written here is never replaced.
 */
export class Draft {
    #here;
    #path;
    #thread;
    #text;
    #kept;
    #timer;
    #isBusy = false;

    /**
     * @param {object} field
     * @param {string} field.user
     * @param {string} field.room
     * @param {string} [field.thread]
     * @param {{ text?: string, version?: number }} served what the server has, as of the page
     * @param {Storage} [storage]
     */
    constructor({ user, room, thread }, { text = '', version = 0 }, storage) {
        this.#here = draftOf(user, room, thread, storage);
        this.#path = `/chat/room/${encodeURIComponent(room)}/draft`;
        this.#thread = thread;
        const known = this.#here.readKept() ?? { text: '', version: 0 };
        this.#text = this.#here.read();
        const isMine = this.#isUnkept(known.text);
        this.#kept = version > known.version ? { text, version } : known;
        if (!isMine) this.#take(this.#kept.text);
        if (this.#isUnkept()) this.#plan(PAUSE);
    }

    get text() {
        return this.#text;
    }

    write(text) {
        this.#text = text;
        this.#here.write(text);
        if (this.#isUnkept()) this.#plan(PAUSE);
    }

    /**
     * The server tells what it has.
     * @param {{ text: string, version: number }} draft
     * @returns {string | null} the text to show; null: what stands here stays
     */
    told({ text, version }) {
        if (version <= this.#kept.version) return null;
        const isMine = this.#isUnkept() || this.#isBusy;
        this.#keep({ text, version });
        if (isMine) return null;
        this.#take(text);
        return text;
    }

    /** Tells the server now what it does not have yet. @param {{ keepalive?: boolean }} [options] */
    async flush(options) {
        clearTimeout(this.#timer);
        if (this.#isBusy || !this.#isUnkept()) return;
        this.#isBusy = true;
        const text = this.#text;
        const { ok, status, body } = await request('PUT', this.#path, { text, thread_id: this.#thread }, text.length > MOST_OF_LEAVING ? {} : options);
        this.#isBusy = false;
        if (ok && body.version >= this.#kept.version) this.#keep({ text, version: body.version });
        if (ok ? this.#isUnkept() : status === 0 || status === 429 || status >= 500) this.#plan(ok ? PAUSE : AGAIN);
    }

    #isUnkept(kept = this.#kept.text) {
        return this.#text !== kept;
    }

    #plan(pause) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.flush(), pause);
    }

    #keep(kept) {
        this.#kept = kept;
        this.#here.writeKept(kept);
    }

    #take(text) {
        this.#text = text;
        this.#here.write(text);
        this.#here.writeKept(this.#kept);
    }
}
