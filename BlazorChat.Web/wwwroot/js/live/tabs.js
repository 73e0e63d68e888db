/**
 * The tabs of one browser and one user, and the room that each shows. Every tab keeps this list, so that the next leader
 * knows at once which rooms to watch.
 */
export class Tabs {
    #channel;
    #rooms = new Map();
    #id = crypto.randomUUID();
    #room = null;

    /**
     * @param {BroadcastChannel} channel
     * @param {object} told
     * @param {(kind: 'hello' | 'here') => void} told.onChange another tab came, or shows another room
     * @param {(leader: { rooms: string[], cursor: string | null, state: string }) => void} told.onLeading
     * @param {(event: import('./event-stream.js').LiveEvent) => void} told.onEvent
     * @param {(state: string) => void} told.onState
     * @param {() => void} told.onWake another tab became visible again
     */
    constructor(channel, told) {
        this.#channel = channel;
        channel.onmessage = ({ data: { kind, tab, value } }) => this.#heard(kind, tab, value, told);
    }

    get rooms() {
        return new Set([this.#room, ...this.#rooms.values()].filter(Boolean));
    }

    /** @param {string | null} room the one that this tab shows */
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

    /** Sent by the leader only, like `event` and `state`. */
    leading(value) {
        this.#say('leading', value);
    }

    event(value) {
        if (this.#rooms.size > 0) this.#say('event', value); // telling nobody costs as much as drawing a message
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
