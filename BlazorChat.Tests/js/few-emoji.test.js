import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isFewEmoji } from '../../BlazorChat.Web/wwwroot/js/timeline/few-emoji.js';

for (const text of ['🎉', '❤', '❤️', '🇩🇪', '🏳️‍🌈', '👩‍👩‍👧‍👦👍🏽 😂', '1️⃣', '🎉\n🎉'])
    test(`${text} is shown large`, () => assert.ok(isFewEmoji(text)));

for (const text of ['', ' ', 'ok 🎉', '🎉🎉🎉🎉', '12', '#', '©', '🎉!', 'x'.repeat(1000)])
    test(`“${text.slice(0, 20)}” is text`, () => assert.ok(!isFewEmoji(text)));

test('every emoji that the picker offers is shown large', () => {
    const all = JSON.parse(readFileSync(new URL('../../BlazorChat.Web/wwwroot/vendor/emoji/emoji.json', import.meta.url), 'utf8'));
    const every = all.flatMap(({ emoji, skins = [] }) => [emoji, ...skins.map(skin => skin.emoji)]);
    assert.deepEqual(every.filter(emoji => !isFewEmoji(emoji)), []);
});
