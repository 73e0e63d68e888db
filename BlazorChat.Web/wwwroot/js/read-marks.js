import { request } from './api.js';

const PAUSE = 500;
const NOT_MINE = [403, 404];

/** Tells the server how far this room has been read, forward only and not at every message. */
export class ReadMarks {
    #url;
    #told;
    #timer = 0;
    #isMine = true;

    /**
     * @param {string} room
     * @param {number} read the number of the present mark; NaN where there is none
     */
    constructor(room, read) {
        this.#url = `/chat/room/${encodeURIComponent(room)}/read`;
        this.#told = read || 0;
    }

    /** The number of the newest that is known to be read. */
    get read() {
        return this.#told;
    }

    /** @param {HTMLElement | null} article the newest that has been read */
    readUpTo(article) {
        const number = Number(article?.dataset.number);
        if (!this.#isMine || !(number > this.#told)) return;
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#tell(article.dataset.id, number), PAUSE);
    }

    stop() {
        clearTimeout(this.#timer);
    }

    async #tell(id, number) {
        const answer = await request('POST', this.#url, { message_id: id });
        if (answer.ok) this.#told = Math.max(this.#told, number);
        else if (NOT_MINE.includes(answer.status)) this.#isMine = false; // a room that I only look at has no mark of mine
    }
}
