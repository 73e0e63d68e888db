import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remember, search } from '../../BlazorChat.Web/wwwroot/js/emoji/emoji-search.js';
import { QUICK, groups } from '../../BlazorChat.Web/wwwroot/js/emoji/emojis.js';

const all = groups.flatMap(({ emojis }) => emojis);
const found = asked => search(all, asked).map(({ emoji }) => emoji);

test('an emoji is found by the beginning of any of its words', () => {
    assert.ok(found('thum').includes('👍'));
    assert.ok(found('agree').includes('👍'));
});

test('a word is not found by its middle', () => assert.ok(!found('umbs').includes('👍')));

test('all words asked for must be there', () => assert.deepEqual(found('thumbs down'), ['👎']));

test('what is called so comes before what has it among its words, and whole words before beginnings', () => {
    const firsts = {
        'heart': '❤️', 'red heart': '❤️', 'blue heart': '💙', 'thumbs': '👍', 'smile': '😄', 'star': '⭐', 'fire': '🔥', 'ok': '👌',
        'wave': '👋', 'check': '✅', 'eyes': '👀', 'cake': '🍰', 'party': '🥳', 'rain': '🌧️', 'sun': '☀️', 'ship': '🚢',
    };
    for (const [asked, emoji] of Object.entries(firsts)) assert.equal(found(asked)[0], emoji, asked);
});

test('capitals do not matter', () => assert.deepEqual(found('ROCKET'), ['🚀']));

test('what does not exist is not found', () => assert.deepEqual(found('xyzzy'), []));

test('the list holds each emoji once, with a name, and all the quick ones', () => {
    const emojis = all.map(({ emoji }) => emoji);
    assert.equal(new Set(emojis).size, emojis.length);
    assert.ok(all.every(({ name }) => name));
    assert.ok(QUICK.every(emoji => emojis.includes(emoji)));
});

test('the one used last comes first, once', () => assert.deepEqual(remember(['a', 'b', 'c'], 'b', 3), ['b', 'a', 'c']));

test('only so many are remembered', () => assert.deepEqual(remember(['a', 'b', 'c'], 'd', 3), ['d', 'a', 'b']));
