import { address } from '../base/api.js';

const NAMES = [
    'reset', 'message_edited', 'message_deleted', 'reaction', 'typing', 'presence', 'read', 'room', 'member',
    'preferences', 'block', 'silence', 'report', 'profile',
];
const PATIENCE = 4_000;

/**
 * @typedef {object} LiveEvent
 * @property {string} name `message` for a new message
 * @property {any} data
 * @property {string | null} id the cursor after it; null for what is never replayed
 */

/**
 * One attempt at a stream. EventSource's own reconnecting ends for good at any answer but 200, so the first error ends
 * this, and whoever opened it decides what next.
 */
export class EventStream {
    #source;
    #timer;
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
        source.addEventListener('ready', ({ data }) => {
            environment.clearTimeout(this.#timer);
            onReady(JSON.parse(data));
        });
        // An event without an id repeats the last one; those that carry none are the two that are never replayed.
        const read = name => ({ data, lastEventId }) =>
            onEvent({ name, data: JSON.parse(data), id: name === 'typing' || name === 'presence' ? null : lastEventId || null });
        source.onmessage = read('message');
        for (const name of NAMES) source.addEventListener(name, read(name));
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
