import { mock } from 'node:test';

/** Lets everything that waits for nothing but other promises happen. */
export const settled = () => new Promise(done => setImmediate(done));

/** @param {number} seconds that pass by the test runner's own timers, bit by bit, so that what waits for others happens in between */
export async function pass(seconds) {
    for (let n = 0; n < seconds * 4; n++) {
        mock.timers.tick(250);
        await settled();
    }
}

/** Time that passes when a test says so. */
export class FakeClock {
    #timers = new Map();
    #ids = 0;
    time = 0;

    now = () => this.time;
    setTimeout = (act, after = 0) => {
        this.#timers.set(++this.#ids, { act, at: this.time + after });
        return this.#ids;
    };
    clearTimeout = id => void this.#timers.delete(id);
    rest = milliseconds => new Promise(done => this.setTimeout(done, milliseconds));

    async pass(milliseconds) {
        const until = this.time + milliseconds;
        for (await settled(); ; await settled()) {
            const due = [...this.#timers].filter(([, { at }]) => at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
            if (!due) break;
            this.#timers.delete(due[0]);
            this.time = due[1].at;
            due[1].act();
        }
        this.time = until;
    }
}
