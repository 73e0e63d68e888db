const REST = 1_000;

/** Loads something again when it is out of date: at once, then after a rest, one load at a time, and not while the page is hidden. */
export class Refresh {
    #get;
    #environment;
    #isOutdated = false;
    #isBusy = false;

    /**
     * @param {() => Promise<boolean>} get whether it came; what did not is tried again
     * @param {{ isVisible: () => boolean, setTimeout: typeof setTimeout }} [environment]
     */
    constructor(get, environment = browser) {
        this.#get = get;
        this.#environment = environment;
    }

    /** What is shown is not what is. */
    outdated() {
        this.#isOutdated = true;
        this.look();
    }

    /** It is looked at again, perhaps. */
    async look() {
        if (!this.#isOutdated || this.#isBusy || !this.#environment.isVisible()) return;
        this.#isBusy = true;
        this.#isOutdated = false;
        if (!await this.#get()) this.#isOutdated = true;
        await new Promise(done => this.#environment.setTimeout(done, REST));
        this.#isBusy = false;
        return this.look();
    }
}

const browser = {
    isVisible: () => document.visibilityState === 'visible',
    setTimeout: (...args) => globalThis.setTimeout(...args),
};
