import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SeenEvents } from '../../BlazorChat.Web/wwwroot/js/circuit/seen-events.js';

// Frames of 20 bytes: what it is, and of an attribute the number of its handler in the last eight.
function batchWith(...frames) {
    const data = new DataView(new ArrayBuffer(4 + frames.length * 20 + 20));
    data.setInt32(0, frames.length, true);
    frames.forEach(([kind, handler], nth) => {
        data.setInt32(4 + nth * 20, kind, true);
        data.setBigUint64(4 + nth * 20 + 12, BigInt(handler), true);
    });
    return new Uint8Array(data.buffer);
}

function forgotten(batch) {
    const data = new DataView(batch.buffer);
    const at = data.getInt32(data.byteLength - 8, true);
    return Array.from({ length: data.getInt32(at, true) }, (_, n) => Number(data.getBigUint64(at + 4 + n * 8, true)));
}

test('all handlers up to the last that was seen are forgotten, once', () => {
    const events = new SeenEvents();
    events.see(batchWith([1, 900], [3, 2], [3, 0]));
    events.see(batchWith([3, 4], [8, 77]));

    assert.deepEqual(forgotten(events.forget()), [1, 2, 3, 4]);
    assert.deepEqual(forgotten(events.forget()), []);
});

test('nothing else is in the batch', () => {
    const batch = new SeenEvents().forget();
    const data = new DataView(batch.buffer);
    for (const table of [20, 16, 12]) assert.equal(data.getInt32(data.getInt32(data.byteLength - table, true), true), 0);
});

test('a batch may lie anywhere in what the connection has received', () => {
    const [events, batch] = [new SeenEvents(), batchWith([3, 5])];
    const received = new Uint8Array(batch.length + 7);
    received.set(batch, 7);
    events.see(received.subarray(7));
    assert.equal(forgotten(events.forget()).length, 5);
});
