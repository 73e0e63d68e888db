const SOON = 3_000;
const SELDOM = 40_000;

/** Whether the room has more members than the page shows. */
export const isOfMany = () => document.querySelector('#members .members-scroll')?.dataset.cut !== undefined;

/**
 * In a room of hundreds somebody comes, goes or joins all the time, and with it changes which of them the page shows. All pages that show
 * the room are drawn again then: soon after a calm time, otherwise seldom, and not at the same moment.
 */
export class Seldom {
    #act;
    #environment;
    #isAwaited = false;
    #actedAt = -SELDOM;

    /**
     * @param {() => void} act
     * @param {{ setTimeout: (act: () => void, ms: number) => unknown, random: () => number, now: () => number }} [environment]
     */
    constructor(act, environment = { setTimeout: (...args) => setTimeout(...args), random: Math.random, now: () => performance.now() }) {
        this.#act = act;
        this.#environment = environment;
    }

    /** What is shown is not what is. */
    outdated() {
        if (this.#isAwaited) return;
        this.#isAwaited = true;
        const { now, random } = this.#environment;
        const calm = Math.max(0, this.#actedAt + SELDOM / 2 - now());
        this.#environment.setTimeout(() => {
            this.#isAwaited = false;
            this.#actedAt = now();
            this.#act();
        }, calm + random() * (calm ? SELDOM / 2 : SOON));
    }
}
