const LEAST = 500;
const MOST = 30_000;

/** How long to wait before the next try, in milliseconds: doubling, with jitter so that a crowd does not return at once. */
export class Backoff {
    #tries = 0;
    #random;

    /** @param {() => number} random from 0 up to 1 */
    constructor(random = Math.random) {
        this.#random = random;
    }

    next() {
        const whole = Math.min(LEAST * 2 ** this.#tries++, MOST);
        return whole / 2 + this.#random() * whole / 2;
    }

    reset() {
        this.#tries = 0;
    }
}
