const SMOOTH = 3_000;
const LEAST = 200;

/** How fast bytes go, smoothed over the last seconds so that it can be read. */
export class Speed {
    #bytes;
    #at;
    #speed = null;

    /**
     * @param {number} bytes where it starts
     * @param {number} at milliseconds
     */
    constructor(bytes, at) {
        [this.#bytes, this.#at] = [bytes, at];
    }

    /** Bytes a second; 0 as long as nothing is known. */
    get value() {
        return this.#speed ?? 0;
    }

    /**
     * @param {number} bytes all so far
     * @param {number} at milliseconds
     */
    reached(bytes, at) {
        const passed = at - this.#at;
        if (passed < LEAST) return;
        const now = Math.max(0, bytes - this.#bytes) / passed * 1000;
        const weight = 1 - Math.exp(-passed / SMOOTH);
        this.#speed = this.#speed === null ? now : this.#speed + (now - this.#speed) * weight;
        [this.#bytes, this.#at] = [bytes, at];
    }
}
