import { isNewer } from './cursor.js';

const MOST = 200;

/** Keeps the last durable events, for listeners that begin later than their page. */
export class Recent {
    #events = [];
    #from;

    /** @param {string | null | undefined} from it gets every event after this cursor */
    constructor(from) {
        this.#from = from;
    }

    /** @param {import('./event-stream.js').LiveEvent} event */
    add(event) {
        if (event.name === 'reset') [this.#events, this.#from] = [[], event.data.cursor];
        else if (event.id && this.#events.push(event) > MOST) this.#from = this.#events.shift().id;
    }

    /** @returns {import('./event-stream.js').LiveEvent[] | null} what came after a cursor; null if not all of it is known */
    since(cursor) {
        return isNewer(this.#from, cursor) ? null : this.#events.filter(({ id }) => isNewer(id, cursor));
    }
}
