import assert from 'node:assert/strict';
import { test } from 'node:test';
import './fakes/dom.js';
import { roomSource, roomsFor } from '../../BlazorChat.Web/wwwroot/js/writing/room-source.js';

const rooms = [{ id: 'general', name: 'General' }, { id: 'dev-ops', name: 'Dev ops' }, { id: 'design', name: 'The design team' }];
const found = word => roomsFor(rooms, word).map(({ id }) => id);
const at = text => roomSource().at(text, text.length);

test('rooms are found by id, name, or a word of the name', () => {
    assert.deepEqual(found('de'), ['dev-ops', 'design']);
    assert.deepEqual(found('OPS'), ['dev-ops']);
    assert.deepEqual(found('team'), ['design']);
    assert.deepEqual(found(''), ['general', 'dev-ops', 'design']);
    assert.deepEqual(found('123'), []);
});

test('nothing is offered once it is named', () => assert.deepEqual(found('general'), []));

test('a # begins a room at the beginning of a word, outside of code', () => {
    assert.deepEqual(at('see #de'), { start: 4, word: 'de' });
    assert.deepEqual(at('(#'), { start: 1, word: '' });
    for (const text of ['C#', 'a#b', '# title', '`#de', 'https://x/#de']) assert.equal(at(text), null, text);
});
