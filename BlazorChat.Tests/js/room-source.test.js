import assert from 'node:assert/strict';
import { test } from 'node:test';
import './fakes/dom.js';
import { RoomWords } from '../../BlazorChat.Web/wwwroot/js/links/room-words.js';
import { roomSource, roomsFor, writtenAs } from '../../BlazorChat.Web/wwwroot/js/writing/room-source.js';

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

test('a room is written by its id, or by its name where its id says nothing', () => {
    const rooms = [{ id: 'design', name: 'The design team' }, { id: 'room-0a1b2c3d', name: 'Общий чат' }, { id: 'room-00000001', name: '営業' }, { id: 'room-00000002', name: '営業' }].map(room => ({ ...room, kind: 'public' }));
    assert.deepEqual(rooms.map(room => writtenAs(room, new RoomWords(rooms))), ['design', 'общий-чат', 'room-00000001', 'room-00000002']);
});

test('a # begins a room at the beginning of a word, outside of code', () => {
    assert.deepEqual(at('see #de'), { start: 4, word: 'de' });
    assert.deepEqual(at('(#'), { start: 1, word: '' });
    assert.deepEqual(at('今日は#営'), { start: 3, word: '営' });
    for (const text of ['C#', 'a#b', '# title', '`#de', 'https://x/#de']) assert.equal(at(text), null, text);
});
