/**
 * The tabs of one browser and one user, and the room each looks at. Every tab keeps count, so that whichever leads next
 * knows from its first moment what to watch.
 */
export class Tabs {
    #channel;
    #rooms = new Map();
    #id = crypto.randomUUID();
    #room = null;

    /**
     * @param {BroadcastChannel} channel
     * @param {object} told
     * @param {(kind: 'hello' | 'here') => void} told.onChange another tab came, went, or looks elsewhere
     * @param {(leader: { rooms: string[], cursor: string | null, state: string }) => void} told.onLeading
     * @param {(event: import('./event-stream.js').LiveEvent) => void} told.onEvent
     * @param {(state: string) => void} told.onState
     * @param {() => void} told.onWake another tab is looked at again
     */
    constructor(channel, told) {
        this.#channel = channel;
        channel.onmessage = ({ data: { kind, tab, value } }) => this.#heard(kind, tab, value, told);
    }

    get rooms() {
        return new Set([this.#room, ...this.#rooms.values()].filter(Boolean));
    }

    /** @param {string | null} room what this tab looks at */
    hello(room) {
        this.#room = room;
        this.#say('hello', room);
    }

    look(room) {
        this.#room = room;
        this.#say('here', room);
    }

    bye() {
        this.#say('bye');
    }

    wake() {
        this.#say('wake');
    }

    /** The leader's words. */
    leading(value) {
        this.#say('leading', value);
    }

    event(value) {
        this.#say('event', value);
    }

    state(value) {
        this.#say('state', value);
    }

    #heard(kind, tab, value, told) {
        switch (kind) {
            case 'hello':
                this.#say('here', this.#room);
            // falls through
            case 'here':
                this.#rooms.set(tab, value);
                return told.onChange(kind);
            case 'bye':
                this.#rooms.delete(tab);
                return;
            case 'leading':
                return told.onLeading(value);
            case 'event':
                return told.onEvent(value);
            case 'state':
                return told.onState(value);
            case 'wake':
                return told.onWake();
        }
    }

    #say(kind, value = null) {
        this.#channel.postMessage({ kind, tab: this.#id, value });
    }
}
