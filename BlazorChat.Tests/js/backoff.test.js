import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Backoff } from '../../BlazorChat.Web/wwwroot/js/base/backoff.js';

const waits = (backoff, count) => Array.from({ length: count }, () => backoff.next());

test('each wait is twice the one before, up to half a minute', () => {
    assert.deepEqual(waits(new Backoff(() => 1), 8), [500, 1000, 2000, 4000, 8000, 16000, 30000, 30000]);
});

test('chance takes away up to half of a wait', () => {
    assert.equal(new Backoff(() => 0).next(), 250);
});

test('after a success it begins with a short wait again', () => {
    const backoff = new Backoff(() => 1);
    waits(backoff, 5);
    backoff.reset();
    assert.equal(backoff.next(), 500);
});
