import assert from 'node:assert/strict';
import { test } from 'node:test';
import './fakes/dom.js';
import { RoomWords } from '../../BlazorChat.Web/wwwroot/js/links/room-words.js';
import { roomSource, roomsFor, writtenAs } from '../../BlazorChat.Web/wwwroot/js/writing/room-source.js';

const room = (id, name, kind = 'public') => ({ id, name, kind });
const rooms = [room('general', 'General'), room('dev-ops', 'Dev ops'), room('design', 'The design team'), room('r-1', 'Plans', 'private')];
const found = word => roomsFor(rooms, word).map(({ id }) => id);
const at = text => roomSource().at(text, text.length);

test('rooms are found by id, name, or a word of the name', () => {
    assert.deepEqual(found('de'), ['dev-ops', 'design']);
    assert.deepEqual(found('OPS'), ['dev-ops']);
    assert.deepEqual(found('team'), ['design']);
    assert.deepEqual(found(''), ['general', 'dev-ops', 'design', 'r-1']);
    assert.deepEqual(found('pl'), ['r-1']);
    assert.deepEqual(found('r-'), []);
    assert.deepEqual(found('123'), []);
});

test('nothing is offered once it is named', () => assert.deepEqual(found('general'), []));

test('a room is written by its id, or by its name where its id says nothing', () => {
    const rooms = [room('design', 'The design team'), room('room-0a1b2c3d', 'Общий чат'), room('room-00000001', '営業'), room('room-00000002', '営業')];
    assert.deepEqual(rooms.map(room => writtenAs(room, new RoomWords(rooms))), ['design', 'общий-чат', 'room-00000001', 'room-00000002']);
});

test('a private room is written by its name, where that means it alone, and a conversation not at all', () => {
    const rooms = [room('general', 'General'), room('r-1', 'The plans', 'private'), room('r-2', 'General', 'private'), room('r-3', 'Twice', 'private'), room('r-4', 'twice', 'private'), room('r-5', '🚀', 'private'), room('d-1', 'Grace', 'direct')];
    assert.deepEqual(rooms.map(room => writtenAs(room, new RoomWords(rooms))), ['general', 'the-plans', null, null, null, null, null]);
});

test('a # begins a room at the beginning of a word, outside of code', () => {
    assert.deepEqual(at('see #de'), { start: 4, word: 'de' });
    assert.deepEqual(at('(#'), { start: 1, word: '' });
    assert.deepEqual(at('今日は#営'), { start: 3, word: '営' });
    for (const text of ['C#', 'a#b', '# title', '`#de', 'https://x/#de']) assert.equal(at(text), null, text);
});
