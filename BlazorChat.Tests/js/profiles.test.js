import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialsOf } from '../../BlazorChat.Web/wwwroot/js/base/profiles.js';

test('initials are those that the server draws', () => {
    const names = { ada: 'A', 'grace.hopper': 'GH', 'Ada Lovelace King': 'AL', '-_.': '?', 'élise': 'É', '👩‍🚀 Mae': '👩‍🚀M' };
    for (const [name, initials] of Object.entries(names)) assert.equal(initialsOf(name), initials);
});
