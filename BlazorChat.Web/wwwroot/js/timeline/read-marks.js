import { request } from '../base/api.js';

const PAUSE = 500;
const NOT_MINE = [403, 404];

/** Tells the server how far this room, or thread, has been read. It does so forward, but not at every message, and backward when asked. */
export class ReadMarks {
    #url;
    #told;
    #asked = 0;
    #telling = Promise.resolve();
    #timer = 0;
    #waiting = () => {};
    #isMine = true;
    #rests = false;

    /**
     * @param {string} url where they are told
     * @param {number} read the number of the present mark; NaN where there is none
     */
    constructor(url, read) {
        this.#url = url;
        this.#told = read || 0;
    }

    /** The number of the newest that is known to be read. */
    get read() {
        return this.#told;
    }

    /** Whether they stay in a room that they marked unread. */
    get rests() {
        return this.#rests;
    }

    /** @param {number} number of the mark as the server tells it @returns {boolean} whether it was moved forward, and not from here */
    movedElsewhere(number) {
        if (number <= Math.max(this.#told, this.#asked)) return false;
        this.#told = number;
        return true;
    }

    /** @param {HTMLElement | null} article the newest that has been read */
    readUpTo(article) {
        const number = Number(article?.dataset.number);
        if (!this.#isMine || this.#rests || !(number > this.#told)) return;
        clearTimeout(this.#timer);
        this.#waiting = () => {
            this.#waiting = () => {};
            this.#telling = this.#tell(article.dataset.id, number);
        };
        this.#timer = setTimeout(() => this.#waiting(), PAUSE);
    }

    /**
     * Marks a message and what came after it unread. Staying in the room does not mark them read again.
     * @returns {Promise<import('../base/api.js').Answer>}
     */
    async unreadFrom({ dataset: { id, number } }) {
        clearTimeout(this.#timer);
        this.#waiting = () => {};
        this.#rests = true;
        await this.#telling; // or it would arrive after this
        const answer = await request('POST', `${this.#url}/unread`, { message_id: id });
        if (answer.ok) this.#told = Math.min(this.#told, Number(number) - 1);
        this.#rests = answer.ok;
        return answer;
    }

    /** Someone who writes here has read what is here. */
    goOn() {
        this.#rests = false;
    }

    /** The room is left: what was read just now is told now. */
    stop() {
        clearTimeout(this.#timer);
        this.#waiting();
    }

    async #tell(id, number) {
        this.#asked = number;
        const answer = await request('POST', `${this.#url}/read`, { message_id: id });
        if (answer.ok) this.#told = Math.max(this.#told, number);
        else if (NOT_MINE.includes(answer.status)) this.#isMine = false; // a room that I only look at has no mark of mine
    }
}
