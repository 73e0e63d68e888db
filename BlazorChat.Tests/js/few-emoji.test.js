import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFewEmoji } from '../../BlazorChat.Web/wwwroot/js/timeline/few-emoji.js';

for (const text of ['🎉', '❤', '❤️', '🇩🇪', '🏳️‍🌈', '👩‍👩‍👧‍👦👍🏽 😂', '1️⃣', '🎉\n🎉'])
    test(`${text} is shown large`, () => assert.ok(isFewEmoji(text)));

for (const text of ['', ' ', 'ok 🎉', '🎉🎉🎉🎉', '12', '#', '©', '🎉!', 'x'.repeat(1000)])
    test(`“${text.slice(0, 20)}” is text`, () => assert.ok(!isFewEmoji(text)));
