const LASTS = 5_000;

/** Who writes in a room just now: until they stop, post, or are not heard from any more. */
export class Typists {
    /** @type {Map<string, { name: string, timer: number }>} */
    #writing = new Map();
    #changed;
    #clock;

    /**
     * @param {() => void} changed
     * @param {{ setTimeout: typeof setTimeout, clearTimeout: typeof clearTimeout }} [clock]
     */
    constructor(changed, clock = { setTimeout: (...args) => setTimeout(...args), clearTimeout: id => clearTimeout(id) }) {
        this.#changed = changed;
        this.#clock = clock;
    }

    /** In the order of the alphabet. */
    get names() {
        return [...this.#writing.values()].map(({ name }) => name).sort((one, other) => one.localeCompare(other));
    }

    /**
     * @param {string} user
     * @param {string} name
     */
    writes(user, name) {
        this.#clock.clearTimeout(this.#writing.get(user)?.timer);
        // The server tells when someone stops. This is for when that event is lost.
        this.#writing.set(user, { name, timer: this.#clock.setTimeout(() => this.stops(user), LASTS) });
        this.#changed();
    }

    /** @param {string} user */
    stops(user) {
        const { timer } = this.#writing.get(user) ?? {};
        if (!this.#writing.delete(user)) return;
        this.#clock.clearTimeout(timer);
        this.#changed();
    }

    clear() {
        for (const user of [...this.#writing.keys()]) this.stops(user);
    }
}
