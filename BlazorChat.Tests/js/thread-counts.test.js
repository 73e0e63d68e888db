import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ThreadCounts } from '../../BlazorChat.Web/wwwroot/js/page/thread-counts.js';

let counts;

beforeEach(() => (counts = new ThreadCounts([{ root: '7', room: 'general', unread: 2, mentions: 0 }], 'ada')));

const asks = (name, data, seen = null) => counts.apply({ name, data: { room_id: 'general', thread_id: null, mentions: [], ...data } }, seen);
const replies = (root, what = {}) => ({ thread_id: root, user_id: 'grace', deleted: false, ...what });
const calls = (preferences = {}) => counts.calls(() => ({ notify: 'all', muted: false, unread: 9, mentions: 9, ...preferences }));

test('what the page shows is counted by threads, not by replies', () =>
    assert.deepEqual(calls(), { count: 1, isAddressed: false }));

test('a reply of somebody else makes one ask, in whatever thread', () => {
    assert.equal(asks('message', replies('7')), true);
    assert.equal(asks('message', replies('8')), true);
});

test('messages of the room, what is deleted and what is being read make nobody ask', () => {
    assert.equal(asks('message', { user_id: 'grace', deleted: false }), false);
    assert.equal(asks('message', replies('8', { deleted: true })), false);
    assert.equal(asks('message', replies('8'), '8'), false);
});

test('a thread that I do not follow is asked about once, until it concerns me', () => {
    counts.isOther('8');
    assert.equal(asks('message', replies('8')), false);
    assert.equal(asks('message', replies('8', { mentions: ['ada'] })), true);
    counts.isOther('8');
    assert.equal(asks('thread_followed', { thread_id: '8', following: true }), true);
    assert.equal(asks('message', replies('8')), true);
});

test('who answers has read what is there, and follows', () => {
    counts.isOther('8');
    assert.equal(asks('message', replies('7', { user_id: 'ada' })), true);
    assert.equal(asks('message', replies('8', { user_id: 'ada' })), false);
    assert.equal(asks('message', replies('8')), true);
});

test('reading, deleting, editing and unfollowing matter where something is unread', () => {
    for (const name of ['thread_read', 'message_deleted', 'message_edited']) {
        assert.equal(asks(name, { thread_id: '7' }), true, name);
        assert.equal(asks(name, { thread_id: '8' }), false, name);
    }
    assert.equal(asks('thread_followed', { thread_id: '7', following: false }), true);
    assert.equal(asks('message_edited', { thread_id: '8', mentions: ['ada'] }), true);
    assert.equal(asks('message_edited', { mentions: ['ada'] }), false);
});

test('losing the room loses its threads', () => {
    assert.equal(asks('room', { room: null }), true);
    assert.equal(asks('room', { room_id: 'other', room: null }), false);
});

test('how much I want to be told of a room holds for its threads', () => {
    assert.deepEqual(calls({ muted: true }), { count: 0, isAddressed: false });
    counts.load([{ root: '7', room: 'general', unread: 2, mentions: 1 }]);
    assert.deepEqual(calls({ notify: 'mentions' }), { count: 1, isAddressed: true });
    assert.deepEqual(calls({ notify: 'nothing' }), { count: 0, isAddressed: false });
    assert.deepEqual(counts.calls(() => undefined), { count: 1, isAddressed: true });
});
