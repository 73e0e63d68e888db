import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnreadCounts, withCount } from '../../BlazorChat.Web/wwwroot/js/unread-counts.js';

const counts = () => new UnreadCounts([['general', 2], ['lobby', 0]], 'ada');
const message = (room_id, number, user_id = 'grace') => ({ name: 'message', data: { room_id, number, user_id } });
const read = (room_id, number) => ({ name: 'read', data: { room_id, number } });
const member = (room_id, user_id, role) => ({ name: 'member', data: { room_id, user_id, role } });

function after(...events) {
    const known = counts();
    events.forEach(event => known.apply(event, 'lobby'));
    return known.total;
}

test('the total begins with what the page shows', () => assert.equal(counts().total, 2));

test('a message in a room that is not looked at counts', () => assert.equal(after(message('general', 3)), 3));

test('a message in the room that is looked at does not', () => assert.equal(after(message('lobby', 1)), 2));

test('mine does not', () => assert.equal(after(message('general', 3, 'ada')), 2));

test('neither does one in a room that I am not in', () => assert.equal(after(message('garden', 1)), 2));

test('reading leaves what came after the mark', () => {
    assert.equal(after(message('general', 3), message('general', 4), read('general', 3)), 1);
});

test('reading a room to its end leaves nothing of it', () => assert.equal(after(read('general', 2)), 0));

test('a room that I join counts from then on', () => {
    assert.equal(after(member('garden', 'ada', 'member'), message('garden', 1)), 3);
});

test('a room that I leave counts no more', () => assert.equal(after(member('general', 'ada', null)), 0));

test('others come and go without changing my counts', () => assert.equal(after(member('general', 'grace', null)), 2));

test('a count stands before the title, once', () => {
    assert.equal(withCount('General – BlazorChat', 3), '(3) General – BlazorChat');
    assert.equal(withCount('(3) General – BlazorChat', 4), '(4) General – BlazorChat');
    assert.equal(withCount('(3) General – BlazorChat', 0), 'General – BlazorChat');
});
