const IDLE = 5 * 60_000;

/**
 * One status for all tabs of a user: online while any of them is in use. The tabs share their votes through storage.
 * @typedef {'online' | 'away'} Status
 */
export class PresenceVote {
    #key;
    #tab;
    #storage;
    #now;

    /**
     * @param {string} user
     * @param {string} tab
     * @param {Storage} storage
     * @param {() => number} now
     */
    constructor(user, tab, storage, now = Date.now) {
        this.#key = `blazorchat-presence-${user}`;
        this.#tab = tab;
        this.#storage = storage;
        this.#now = now;
    }

    /** This tab is in use. */
    active() {
        this.#write({ ...this.#read(), [this.#tab]: this.#now() });
    }

    /** This tab is not looked at any more. */
    leave() {
        const { [this.#tab]: _, ...others } = this.#read();
        this.#write(others);
    }

    /** Whether they chose to be shown as away, in this browser. */
    get isShownAway() {
        return this.#storage.getItem(this.#awayKey) === 'true';
    }

    /** @param {boolean} away */
    showAway(away) {
        try {
            this.#storage.setItem(this.#awayKey, String(away));
        } catch {
            // As below.
        }
    }

    /** @returns {Status} */
    get status() {
        return !this.isShownAway && Object.values(this.#read()).some(at => this.#now() - at < IDLE) ? 'online' : 'away';
    }

    /**
     * What the server is to be told, if any tab has to: whichever asks first tells it.
     * @returns {Status | null}
     */
    takeNews() {
        const { status } = this;
        const told = this.#storage.getItem(this.#toldKey) ?? 'online';
        if (status === told) return null;
        this.told(status);
        return status;
    }

    /** @param {Status} status what the server takes me for now */
    told(status) {
        try {
            this.#storage.setItem(this.#toldKey, status);
        } catch {
            // As below.
        }
    }

    get #toldKey() {
        return `${this.#key}-told`;
    }

    get #awayKey() {
        return `${this.#key}-away`;
    }

    #read() {
        try {
            return JSON.parse(this.#storage.getItem(this.#key)) ?? {};
        } catch {
            return {};
        }
    }

    #write(votes) {
        const recent = Object.entries(votes).filter(([, at]) => this.#now() - at < IDLE);
        try {
            this.#storage.setItem(this.#key, JSON.stringify(Object.fromEntries(recent)));
        } catch {
            // Full or forbidden: each tab then speaks for itself.
        }
    }
}
