import { address } from '../base/api.js';

const PATIENCE = 4_000;

/**
 * @typedef {object} LiveEvent
 * @property {string} name `message` for a new message
 * @property {any} data
 * @property {string | null} id the cursor after it; null for what is never replayed
 */

/**
 * One attempt at a stream. EventSource stops reconnecting at any answer but 200. So the first error ends this attempt,
 * and the code that opened it decides what comes next.
 */
export class EventStream {
    #source;
    #timer;
    #last = '';
    #environment;

    /**
     * @param {string} path
     * @param {object} told
     * @param {(ready: { cursor: string, user_id: string, rooms: string[] }) => void} told.onReady
     * @param {(event: LiveEvent) => void} told.onEvent
     * @param {() => void} told.onError it ended
     * @param {() => void} told.onSilent nothing comes through: something on the way holds events back
     * @param {import('./environment.js').Environment} environment
     */
    constructor(path, { onReady, onEvent, onError, onSilent }, environment) {
        this.#environment = environment;
        const source = this.#source = new environment.EventSource(address(path));
        this.#timer = environment.setTimeout(() => this.#end(onSilent), PATIENCE);
        source.onerror = () => this.#end(onError);
        source.addEventListener('ready', ({ data, lastEventId }) => {
            environment.clearTimeout(this.#timer);
            this.#last = lastEventId;
            onReady(JSON.parse(data));
        });
        source.onmessage = event => onEvent(this.#read('message', event));
        for (const name of environment.eventNames()) source.addEventListener(name, event => onEvent(this.#read(name, event)));
    }

    // EventSource repeats the last id for an event that carries none, which is never replayed. A reset has the greeting's.
    #read(name, { data, lastEventId }) {
        const repeated = lastEventId === this.#last && name !== 'reset';
        this.#last = lastEventId;
        return { name, data: JSON.parse(data), id: repeated ? null : lastEventId || null };
    }

    close() {
        this.#environment.clearTimeout(this.#timer);
        this.#source.onerror = null;
        this.#source.close();
    }

    #end(tell) {
        this.close();
        tell();
    }
}
