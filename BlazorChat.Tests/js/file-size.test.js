import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partInWords, sizeInWords } from '../../BlazorChat.Web/wwwroot/js/files/file-size.js';
import { Speed } from '../../BlazorChat.Web/wwwroot/js/files/speed.js';

test('sizes are told as file managers tell them', () => {
    const told = [0, 1, 512, 1024, 1536, 742 * 1024 + 900, 25 * 1024 ** 2, 1.25 * 1024 ** 3].map(sizeInWords);
    assert.deepEqual(told, ['0 bytes', '1 byte', '512 bytes', '1 KB', '1.5 KB', '743 KB', '25 MB', '1.3 GB']);
});

test('a part is told in the unit of the whole', () => {
    assert.equal(partInWords(3.44 * 1024 ** 2, 20 * 1024 ** 2), '3.4 of 20 MB');
    assert.equal(partInWords(0, 300), '0 of 300 bytes');
});

test('speed is what lately went, not what went at once', () => {
    const speed = new Speed(0, 0);
    assert.equal(speed.value, 0);
    for (let at = 1; at <= 10; at++) speed.reached(at * 1000, at * 1000);
    assert.equal(Math.round(speed.value), 1000);
    speed.reached(10_000, 11_000);
    assert.ok(speed.value > 500 && speed.value < 1000, String(speed.value));
    for (let at = 12; at <= 40; at++) speed.reached(10_000, at * 1000);
    assert.ok(speed.value < 1, String(speed.value));
});
