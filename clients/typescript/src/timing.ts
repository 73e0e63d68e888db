/** How long the client waits for what, in milliseconds. */
export interface Timing {
    /** For a stream's first event. If none comes, something on the way holds events back, and the client polls. */
    patience: number;
    /** For any sign of life of an open stream. The server gives one every 15 seconds at least. */
    silence: number;
    /** For the answer to an ordinary request. */
    answer: number;
    /** Between attempts at a stream while polling. */
    streamAgain: number;
    /** The shortest and the longest wait before trying again; it doubles in between. */
    retryLeast: number;
    retryMost: number;
}

export const defaultTiming: Timing = {
    patience: 4_000, silence: 45_000, answer: 60_000, streamAgain: 60_000, retryLeast: 500, retryMost: 30_000,
};

/** How long to wait before the next try: doubling, and different for everyone, so that a crowd does not return at once. */
export class Backoff {
    #tries = 0;
    #timing: Timing;

    constructor(timing: Timing) {
        this.#timing = timing;
    }

    /** @param seconds What the server asks for, if it does. */
    next(seconds?: number | null): number {
        if (seconds) return seconds * 1000;
        const whole = Math.min(this.#timing.retryLeast * 2 ** this.#tries++, this.#timing.retryMost);
        return whole * (0.5 + Math.random() / 2);
    }

    reset(): void {
        this.#tries = 0;
    }
}

/** The longest rest there is. */
export const UNTIL_WOKEN = 2 ** 31 - 1;

/** Resolves after that time, or as soon as the signal says so. */
export function rest(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise(resolve => {
        if (signal?.aborted) return resolve();
        const end = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', end);
            resolve();
        };
        const timer = setTimeout(end, milliseconds);
        signal?.addEventListener('abort', end);
    });
}
