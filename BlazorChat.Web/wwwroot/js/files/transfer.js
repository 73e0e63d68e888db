import { Backoff } from '../base/backoff.js';

const PIECE = 8 * 1024 * 1024;
const MOST_SETBACKS = 5;
const MOST_TROUBLES = 6;
const STORAGE_FULL = 507;

/** @typedef {import('../base/api.js').Answer} Answer */

/**
 * What a transfer needs of the server and of time. All answers come even when there is none: their status is then 0.
 * @typedef {object} Line
 * @property {(size: number, signal: AbortSignal) => Promise<Answer>} announce
 * @property {(uploadId: string, signal: AbortSignal) => Promise<Answer>} find
 * @property {(uploadId: string, offset: number, piece: Blob, signal: AbortSignal, onProgress: (sent: number) => void) => Promise<Answer>} send
 * @property {(uploadId: string) => void} giveUp
 * @property {(milliseconds: number) => Promise<void>} rest
 * @property {() => number} random
 */

/** Brings one file's bytes to the server, piece by piece, and goes on from where it stands whenever the line was broken. */
export class Transfer {
    #file;
    #line;
    #told;
    #backoff;
    #uploadId = null;
    #offset = null;
    #furthest = -1;
    #setbacks = 0;
    #request = null;
    #endRest = () => {};
    #hurries = false;
    #ended = false;

    /**
     * @param {Blob} file
     * @param {Line} line
     * @param {object} told
     * @param {(bytes: number) => void} told.onProgress how many are on the server, or on their way to it
     * @param {(answer: Answer | null, seconds?: number) => void} told.onWait for what it waits and how long; null: no longer
     */
    constructor(file, line, told) {
        [this.#file, this.#line, this.#told] = [file, line, told];
        this.#backoff = new Backoff(line.random);
    }

    /** @returns {Promise<Answer>} ok: all is there; otherwise why it cannot be */
    async bring() {
        for (;;) {
            const answer = await this.#ask(signal => this.#next(signal));
            if (answer.ok) this.#stands(answer.body);
            else if (this.#ended || !this.#mayGoOn(answer)) return answer;
            if (this.#offset === this.#file.size) return answer;
        }
    }

    /**
     * Asks something about the upload, again and again until there is an answer that counts.
     * @param {(uploadId: string, signal: AbortSignal) => Promise<Answer>} ask
     */
    conclude(ask) {
        return this.#ask(signal => ask(this.#uploadId, signal));
    }

    /** What was brought is not there any more. */
    lost() {
        [this.#uploadId, this.#offset] = [null, null];
    }

    /** Whether it went further is to be asked. */
    doubt() {
        this.#offset = null;
    }

    /** Does not sit out a wait. */
    wake() {
        this.#endRest();
    }

    /** The network was away: what is under way may be dead without knowing. */
    restart() {
        this.#hurries = true;
        this.#request?.abort();
        this.#endRest();
    }

    end() {
        this.#ended = true;
        this.#request?.abort();
        this.#endRest();
    }

    /** Ends, and the server need not keep what it has. */
    giveUp() {
        this.end();
        if (this.#uploadId) this.#line.giveUp(this.#uploadId);
    }

    #next(signal) {
        const { announce, find, send } = this.#line;
        if (this.#uploadId === null) return announce(this.#file.size, signal);
        if (this.#offset === null) return find(this.#uploadId, signal);
        const from = this.#offset;
        return send(this.#uploadId, from, this.#file.slice(from, from + PIECE), signal, sent => this.#told.onProgress(from + sent));
    }

    #stands({ upload_id, offset }) {
        if (offset > this.#furthest) [this.#furthest, this.#setbacks] = [offset, 0];
        [this.#uploadId, this.#offset] = [upload_id, offset];
        this.#told.onProgress(offset);
    }

    #mayGoOn({ status }) {
        if ((status !== 404 && status !== 409) || this.#uploadId === null || ++this.#setbacks > MOST_SETBACKS) return false;
        if (status === 404) this.lost();
        else this.doubt();
        return true;
    }

    async #ask(send) {
        for (let troubles = 0; ;) {
            this.#request = new AbortController();
            const answer = await send(this.#request.signal);
            if (isTrouble(answer)) troubles++;
            if (this.#ended || troubles === MOST_TROUBLES || !isPassing(answer)) {
                this.#backoff.reset();
                return answer;
            }
            this.doubt();
            await this.#rest(answer);
            if (this.#ended) return answer;
        }
    }

    async #rest(answer) {
        const hurries = this.#hurries;
        this.#hurries = false;
        if (hurries) return;
        const wait = Math.max(this.#backoff.next(), (answer.retryAfter ?? 0) * 1000);
        this.#told.onWait(answer, Math.ceil(wait / 1000));
        await Promise.race([this.#line.rest(wait), new Promise(done => (this.#endRest = done))]);
        this.#told.onWait(null);
    }
}

/** The chat itself says that it cannot: it may never be able to. */
const isTrouble = ({ status, body }) => status >= 500 && !!body?.code;

/** Not refused: it did not get through, was too slow, the server cannot take it now, or the sender must sign in again. */
const isPassing = ({ status, retryAfter }) =>
    retryAfter !== null || status === 0 || status === 401 || status === 408 || (status >= 500 && status !== STORAGE_FULL);
