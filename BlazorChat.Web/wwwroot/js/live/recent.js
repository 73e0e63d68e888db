import { isNewer } from './cursor.js';

const MOST = 200;

/** The last durable events, for listeners that come later than the page that they belong to. */
export class Recent {
    #events = [];
    #from;

    /** @param {string | null | undefined} from the cursor after which it hears everything */
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
