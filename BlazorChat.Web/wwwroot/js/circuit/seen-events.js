const ATTRIBUTE = 3;
const FRAME = 20;

/**
 * Event handlers have numbers, which each circuit counts from one. Blazor forgets those of a lost circuit only island by island,
 * and refuses a number that another island still has. So the numbers are followed here, and all are forgotten at once, by a
 * batch as the server sends them: tables, and at the end where each of them begins.
 */
export class SeenEvents {
    #last = 0;

    /** @param {Uint8Array} batch */
    see(batch) {
        const data = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
        const frames = data.getInt32(data.byteLength - 16, true);
        const count = data.getInt32(frames, true);
        for (let n = 0, at = frames + 4; n < count; n++, at += FRAME)
            if (data.getInt32(at, true) === ATTRIBUTE) this.#last = Math.max(this.#last, Number(data.getBigUint64(at + 12, true)));
    }

    /** @returns {Uint8Array} a batch that changes nothing but takes all handlers away */
    forget() {
        const [none, handlers] = [0, 4];
        const data = new DataView(new ArrayBuffer(handlers + 4 + this.#last * 8 + 20));
        data.setInt32(handlers, this.#last, true);
        for (let n = 0; n < this.#last; n++) data.setBigUint64(handlers + 4 + n * 8, BigInt(n + 1), true);
        [none, none, none, handlers, none].forEach((table, nth) => data.setInt32(data.byteLength - 20 + nth * 4, table, true));
        this.#last = 0;
        return new Uint8Array(data.buffer);
    }
}
