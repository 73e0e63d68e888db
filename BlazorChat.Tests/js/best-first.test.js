import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestFirst, bestOf } from '../../BlazorChat.Web/wwwroot/js/emoji/best-first.js';

const eyes = { unicode: '😍', shortcodes: ['heart_eyes'] };
const heart = { unicode: '❤️', shortcodes: ['heart'] };
const wave = { unicode: '👋', shortcodes: ['wave'], skins: [{ tone: 3, unicode: '👋🏽' }] };

function database(found, tone = 0) {
    const own = { getEmojiBySearchQuery: async () => found, getPreferredSkinTone: async () => tone };
    bestFirst(own);
    return own;
}

test('the one of exactly that name comes first', async () => assert.equal(await bestOf(database([eyes, heart]), 'Heart '), '❤️'));

test('an emoji of this chat is chosen by its name', async () => assert.equal(await bestOf(database([{ name: 'parrot', shortcodes: ['parrot'] }]), 'par'), ':parrot:'));

test('one has the skin tone that is set', async () => assert.equal(await bestOf(database([wave], 3), 'wave'), '👋🏽'));

test('nothing is chosen where nothing is searched for or found', async () => {
    assert.equal(await bestOf(database([eyes]), ' '), null);
    assert.equal(await bestOf(database([]), 'zzz'), null);
});
