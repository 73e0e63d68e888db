/** Decides which tab of this browser holds the connection: the one that holds the lock. */
export class Leadership {
    #name;
    #locks;
    #told;
    #waiting = null;

    /**
     * @param {string} name of the lock
     * @param {{ onLead: () => void, onLost: () => void }} told
     * @param {LockManager} locks
     */
    constructor(name, told, locks) {
        this.#name = name;
        this.#told = told;
        this.#locks = locks;
    }

    /** Leads as soon as nobody else does. */
    stand() {
        this.#waiting = new AbortController();
        this.#ask({ signal: this.#waiting.signal });
    }

    /** Takes over from a leader that does not answer: phones suspend hidden tabs without releasing their locks. */
    take() {
        this.#waiting?.abort();
        this.#ask({ steal: true });
    }

    async #ask(options) {
        let led = false;
        try {
            await this.#locks.request(this.#name, options, () => {
                led = true;
                this.#waiting = null;
                this.#told.onLead();
                return new Promise(() => {}); // until the tab closes or another takes over
            });
        } catch (error) {
            if (error.name !== 'AbortError') throw error;
            if (!led) return; // withdrawn to take over
            this.#told.onLost();
            this.stand();
        }
    }
}
