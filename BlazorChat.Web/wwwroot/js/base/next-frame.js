const REST = 100;
const AT_LATEST = 250;

/**
 * Does something before the next picture is drawn: once, however often it is asked for until then, and ten times a second
 * at most. Where nothing is drawn, as in a hidden tab, it is done a moment later.
 */
export class NextFrame {
    #act;
    #isAsked = false;
    #resting = 0;
    #frame = 0;
    #timer = 0;

    /** @param {() => void} act */
    constructor(act) {
        this.#act = act;
    }

    ask() {
        if (this.#isAsked) return;
        this.#isAsked = true;
        if (!this.#resting) this.#await();
    }

    /** Without a rest before it. */
    askAtOnce() {
        clearTimeout(this.#resting);
        this.#resting = 0;
        this.cancel();
        this.ask();
    }

    cancel() {
        cancelAnimationFrame(this.#frame);
        clearTimeout(this.#timer);
        this.#isAsked = false;
    }

    #await() {
        this.#frame = requestAnimationFrame(() => this.#run());
        this.#timer = setTimeout(() => this.#run(), AT_LATEST);
    }

    #run() {
        this.cancel();
        this.#resting = setTimeout(() => {
            this.#resting = 0;
            if (this.#isAsked) this.#await();
        }, REST);
        this.#act();
    }
}
