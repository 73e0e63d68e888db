import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UnreadCounts, withCount } from '../../BlazorChat.Web/wwwroot/js/page/unread-counts.js';

const room = (id, unread = 0, more = {}) => ({ id, unread, mentions: 0, last: 2, notify: 'all', muted: false, ...more });
const counts = (...rooms) => new UnreadCounts(rooms.length ? rooms : [room('general', 2), room('lobby')], 'ada');
const message = (room_id, number, user_id = 'grace', mentions = []) => ({ name: 'message', data: { room_id, number, user_id, mentions } });
const read = (room_id, number) => ({ name: 'read', data: { room_id, number } });
const member = (room_id, user_id, role) => ({ name: 'member', data: { room_id, user_id, role } });

function after(...events) {
    const known = counts();
    events.forEach(event => known.apply(event, 'lobby'));
    return known.total;
}

test('the total begins with what the page shows', () => assert.equal(counts().total, 2));

test('a list that comes later adds rooms, and changes none that is known', () => {
    const known = counts();
    known.meet([room('general', 9), room('garden', 3)]);
    assert.deepEqual([known.of('general').unread, known.of('garden').unread, known.total], [2, 3, 5]);
});

test('a message in a room that is not looked at counts', () => assert.equal(after(message('general', 3)), 3));

test('a message in the room that is looked at does not', () => assert.equal(after(message('lobby', 3)), 2));

test('neither does what was deleted before it was told', () => {
    assert.equal(after({ name: 'message', data: { ...message('general', 3).data, deleted: true } }), 2);
});

test('mine does not, and what is above it is read', () => assert.equal(after(message('general', 3, 'ada')), 0));

test('neither does one in a room that I am not in', () => assert.equal(after(message('garden', 3)), 2));

test('reading leaves what came after the mark', () => {
    assert.equal(after(message('general', 3), message('general', 4), read('general', 3)), 1);
});

test('reading a room to its end leaves nothing of it', () => assert.equal(after(read('general', 2)), 0));

test('a room that I join counts from then on', () => {
    assert.equal(after(member('garden', 'ada', 'member'), message('garden', 3)), 3);
});

test('a room that I leave counts no more', () => assert.equal(after(member('general', 'ada', null)), 0));

test('others come and go without changing my counts', () => assert.equal(after(member('general', 'grace', null)), 2));

test('the same message counts once', () => assert.equal(after(message('general', 3), message('general', 3)), 3));

test('what is marked unread counts again', () => assert.equal(after(read('general', 2), read('general', 0)), 2));

const wanting = (wish, ...events) => {
    const known = counts(room('general', 0, wish));
    events.forEach(event => known.apply(event, null));
    return known.total;
};
const toMe = message('general', 4, 'grace', ['ada']);

test('someone who wants mentions only is told of those', () => {
    assert.equal(wanting({ notify: 'mentions' }, message('general', 3), toMe), 1);
});

test('a room with notifications off calls by mentions only', () => assert.equal(wanting({ muted: true }, message('general', 3), toMe), 1));

test('someone who wants nothing is told nothing', () => assert.equal(wanting({ notify: 'nothing' }, message('general', 3), toMe), 0));

test('a wish holds from the moment it is told', () => {
    const preferences = { name: 'preferences', data: { room_id: 'general', notify: 'mentions', pinned: false, muted: false } };
    assert.equal(wanting({}, message('general', 3), preferences), 0);
});

test('reading to the end leaves no mention', () => assert.equal(wanting({ muted: true }, toMe, read('general', 4)), 0));

test('what only the server knows is asked for', () => {
    const known = counts(room('general', 3, { last: 3, mentions: 1 }), room('lobby'));
    const deleted = room_id => ({ name: 'message_deleted', data: { room_id, number: 1, user_id: 'grace', mentions: [], deleted: true } });
    const edited = (room_id, mentions) => ({ name: 'message_edited', data: { room_id, number: 1, user_id: 'grace', mentions } });
    assert.equal(known.apply(read('general', 1), null), true);
    assert.equal(known.apply(edited('general', []), null), true);
    assert.equal(known.apply(edited('lobby', ['ada']), null), true);
    assert.equal(known.apply(edited('lobby', []), null), false);
    assert.equal(known.apply(deleted('general'), null), true);
    assert.equal(known.apply(deleted('lobby'), null), false);
    assert.equal(known.apply(message('lobby', 3), null), false);
    assert.equal(known.apply(member('garden', 'ada', 'member'), null), true);
});

test('a count stands before the title, once', () => {
    assert.equal(withCount('General – BlazorChat', 3), '(3) General – BlazorChat');
    assert.equal(withCount('(3) General – BlazorChat', 4), '(4) General – BlazorChat');
    assert.equal(withCount('(3) General – BlazorChat', 0), 'General – BlazorChat');
});
