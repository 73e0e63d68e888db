import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { EmojiNames } from '../../BlazorChat.Web/wwwroot/js/emoji/emoji-names.js';
import { QUICK, remember } from '../../BlazorChat.Web/wwwroot/js/emoji/emoji-recent.js';

const all = JSON.parse(readFileSync(new URL('../../BlazorChat.Web/wwwroot/vendor/emoji/emoji.json', import.meta.url), 'utf8'));
const names = new EmojiNames(all);

test('a whole name comes first, then beginnings, then words within, then what it is about', () => {
    assert.equal(names.find('tada')[0].name, 'tada');
    assert.equal(names.find('rocke')[0].emoji, '🚀');
    assert.equal(names.find('heart')[0].emoji, '❤️');
    assert.equal(names.find('birthday')[0].emoji, '🎂');
});

test('capitals do not matter, and what does not exist is not found', () => {
    assert.equal(names.find('TADA')[0].emoji, '🎉');
    assert.deepEqual(names.find('xyzzy'), []);
});

test('one used lately comes before others that fit as well', () => assert.equal(names.find('ta', ['🎉'])[0].name, 'tada'));

test('no more are offered than the eye takes in', () => assert.ok(names.find('fa').length <= 8));

test('a name leads to its emoji', () => {
    assert.equal(names.named('Tada'), '🎉');
    assert.equal(names.named('xyzzy'), undefined);
});

test('the quick reactions are emoji as the picker has them', () => assert.ok(QUICK.every(one => all.some(({ emoji }) => emoji === one))));

test('the one used last comes first, once', () => assert.deepEqual(remember(['a', 'b', 'c'], 'b', 3), ['b', 'a', 'c']));

test('only so many are remembered', () => assert.deepEqual(remember(['a', 'b', 'c'], 'd', 3), ['d', 'a', 'b']));
