const AT_SOONEST = 20_000;
const SPREAD_OVER = 20_000;

/** Whether the room has more members than the page shows. */
export const isOfMany = () => document.querySelector('#members .members-scroll')?.dataset.cut !== undefined;

/**
 * In a room of hundreds somebody comes, goes or joins all the time, and with it changes which of them the page shows. All pages that show
 * the room are drawn again then, but seldom, and not at the same moment.
 */
export class Seldom {
    #act;
    #environment;
    #isAwaited = false;

    /**
     * @param {() => void} act
     * @param {{ setTimeout: (act: () => void, ms: number) => unknown, random: () => number }} [environment]
     */
    constructor(act, environment = { setTimeout: (...args) => setTimeout(...args), random: Math.random }) {
        this.#act = act;
        this.#environment = environment;
    }

    /** What is shown is not what is. */
    outdated() {
        if (this.#isAwaited) return;
        this.#isAwaited = true;
        this.#environment.setTimeout(() => {
            this.#isAwaited = false;
            this.#act();
        }, AT_SOONEST + this.#environment.random() * SPREAD_OVER);
    }
}
