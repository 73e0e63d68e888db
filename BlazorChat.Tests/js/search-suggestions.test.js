import assert from 'node:assert/strict';
import { test } from 'node:test';
import { recentSearches, rememberSearch } from '../../BlazorChat.Web/wwwroot/js/search/recent-searches.js';
import { lookUp, suggest, wordAt } from '../../BlazorChat.Web/wwwroot/js/search/suggestions.js';

const rooms = [
    { id: 'general', name: 'General', kind: 'public' },
    { id: 'x1', name: 'Design team', kind: 'private' },
    { id: 'x2', name: 'Ada', kind: 'direct', users: [{ user_id: 'me', username: 'grace' }, { user_id: 'a', username: 'ada' }] },
];
const texts = (word, known) => suggest(word, known).map(({ text }) => text);

test('the word is the one in which the cursor stands', () => {
    assert.deepEqual(wordAt('one from:a two', 10), { start: 4, end: 10, word: 'from:a' });
    assert.deepEqual(wordAt('one ', 4), { start: 4, end: 4, word: '' });
    assert.deepEqual(wordAt('', 0), { start: 0, end: 0, word: '' });
});

test('filters are suggested by their beginning, and all of them for nothing', () => {
    assert.deepEqual(texts('fr'), ['from:']);
    assert.equal(texts('').length, 7);
    assert.deepEqual(texts('zebra'), []);
});

test('rooms are written so that the search understands them', () =>
    assert.deepEqual(texts('in:', { rooms, me: 'me' }), ['in:#general', 'in:"Design team"', 'in:@ada']));

test('rooms are found by any part of their name', () => assert.deepEqual(texts('in:#TEAM', { rooms, me: 'me' }), ['in:"Design team"']));

test('people are suggested by their usernames, and oneself first', () => {
    assert.deepEqual(texts('from:', { people: [{ username: 'ada', display_name: 'Ada L.' }] }), ['from:me', 'from:@ada']);
    assert.deepEqual(texts('from:ad', { people: [{ username: 'ada' }] }), ['from:@ada']);
});

test('a word may be the name of somebody or of a room', () => {
    assert.deepEqual(texts('ad', { rooms, me: 'me', people: [{ username: 'ada', display_name: 'Ada L.' }] }), ['from:@ada', 'in:@ada']);
    assert.deepEqual(texts('gen', { rooms, me: 'me' }), ['in:#general']);
    assert.deepEqual(texts('@ad', { rooms, me: 'me', people: [{ username: 'ada' }] }), ['from:@ada']);
});

test('only what may be a name is looked up', () => {
    const looked = word => Object.entries(lookUp(word)).filter(([, value]) => value).map(([name, value]) => value === true ? name : `${name}=${value}`).join(' ');
    assert.deepEqual(['a', 'ad', '@ad', '#de', 'from:@ad', 'in:de', 'has:i', '"ad', 'ad*', '-ad'].map(looked),
        ['', 'name where who=ad', 'name who=ad', 'name where', 'who=ad', 'where', '', '', '', '']);
});

test('kinds and days are suggested', () => {
    assert.deepEqual(texts('has:i'), ['has:image']);
    assert.deepEqual(texts('is:'), ['is:pinned', 'is:thread']);
    assert.deepEqual(texts('on:', { today: new Date(2026, 2, 1) }).slice(0, 2), ['on:2026-03-01', 'on:2026-02-28']);
});

test('the last searches are remembered, each once, for each person', () => {
    const kept = new Map();
    const storage = { getItem: key => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
    for (const query of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'b']) rememberSearch('ada', query, storage);
    assert.deepEqual(recentSearches('ada', storage), ['b', 'g', 'f', 'e', 'd', 'c']);
    assert.deepEqual(recentSearches('grace', storage), []);
    storage.setItem('blazorchat-searches-ada', '{"not":"a list"}');
    assert.deepEqual(recentSearches('ada', storage), []);
});
