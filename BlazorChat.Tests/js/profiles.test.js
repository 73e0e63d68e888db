import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initialsOf, showProfile } from '../../BlazorChat.Web/wwwroot/js/base/profiles.js';

test('initials are those that the server draws', () => {
    const names = { ada: 'A', 'grace.hopper': 'GH', 'Ada Lovelace King': 'AL', '-_.': '?', 'élise': 'É', '👩‍🚀 Mae': '👩‍🚀M' };
    for (const [name, initials] of Object.entries(names)) assert.equal(initialsOf(name), initials);
});

test('a new name stands in the reactions that somebody gave', () => {
    const many = Array.from({ length: 22 }, (_, n) => `u${n}`);
    const one = (users, names, title) => `<button class="reaction" data-users="${users.join(' ')}" data-names="${names.join('\n')}" title="${title}" aria-label="👍 ${users.length}, ${title}"></button>`;
    const names = many.slice(0, 20).map(id => `Name, ${id}`);
    const message = elementFrom(`<div>${one(['u1', 'u2'], ['ada', 'grace'], 'ada, grace')}${one(many, names, `${names.join(', ')} and 2 others`)}</div>`);
    for (const id of ['u2', 'u21']) showProfile(message, { user_id: id, username: id, display_name: 'Grace H.', avatar_url: null });
    const [few, more] = message.querySelectorAll('.reaction');
    assert.deepEqual([few.title, few.getAttribute('aria-label')], ['ada, Grace H.', '👍 2, ada, Grace H.']);
    const shown = [...names.slice(0, 2), 'Grace H.', ...names.slice(3)].join(', ') + ' and 2 others';
    assert.deepEqual([more.title, more.getAttribute('aria-label')], [shown, `👍 22, ${shown}`]);
});
