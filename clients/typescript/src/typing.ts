const EVERY = 3_000;

/** Tells a room that I am writing: now and then while I do, and once when I stop. */
export class Typing {
    #tell: (isTyping: boolean) => Promise<unknown>;
    #toldAt = 0;

    constructor(tell: (isTyping: boolean) => Promise<unknown>) {
        this.#tell = tell;
    }

    goesOn(): void {
        if (Date.now() - this.#toldAt < EVERY) return;
        this.#toldAt = Date.now();
        this.#say(true);
    }

    stops(): void {
        if (!this.#toldAt) return;
        this.ended();
        this.#say(false);
    }

    /** The server knows by itself: a message was sent. */
    ended(): void {
        this.#toldAt = 0;
    }

    // Nobody misses it if it does not arrive.
    #say(isTyping: boolean): void {
        this.#tell(isTyping).catch(() => {});
    }
}
