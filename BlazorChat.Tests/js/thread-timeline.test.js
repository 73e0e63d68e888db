import { elementFrom, look } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { settled } from './fakes/clock.js';
import { articles, message, pageHtml } from './fakes/messages.js';
import { Room, server } from './fakes/room.js';
import { outboxOf } from '../../BlazorChat.Web/wwwroot/js/outbox/sending.js';

mock.timers.enable({ apis: ['setTimeout'] });

afterEach(async () => {
    document.body.replaceChildren();
    mock.timers.tick(5_000);
    await settled();
});

// Ids are numbers here, as the server's are.
const reply = (id, what = {}) => message(id, { id: `${id}`, number: null, thread_id: '5', ...what });

/** A thread beside its room, with these replies. */
async function open(ids, data = {}) {
    server.answers('POST /chat/threads/5/read', { status: 204 });
    return Room.open(ids.map(id => elementFrom(reply(id).item_html)), {
        thread: '5', read: String(ids.at(-1) ?? 5), ...data,
    });
}
const shown = room => room.articles.map(({ dataset }) => dataset.id ?? 'pending');
const marks = () => server.asked('POST /chat/threads/5/read').map(({ body }) => body.message_id);

test('a thread shows its own replies in the order of their ids, and nothing of the room', async () => {
    const room = await open([7]);
    await room.tell('message', reply(9));
    await room.tell('message', reply(8));
    await room.tell('message', message(3, { id: '10', thread_id: null }));
    await room.tell('message', reply(11, { thread_id: '6' }));
    await room.tell('message', reply(12, { number: 4 }));
    assert.deepEqual(shown(room), ['7', '8', '9', '12']);
});

test('a room shows no replies but those that stand in it as well', async () => {
    const room = await Room.open(articles(1, 1));
    await room.tell('message', reply(9));
    await room.tell('message', reply(10, { number: 2 }));
    assert.deepEqual(shown(room), ['m1', '10']);
});

test('no two elements of a page have the same id', async () => {
    const room = await open([7]);
    await room.tell('message', reply(9, { number: 4 }));
    assert.deepEqual(room.articles.map(({ id }) => id), ['in-thread-7', 'in-thread-9']);
    await room.tell('message_edited', reply(9, { number: 4, text: 'Edited' }));
    assert.deepEqual([room.articles[1].id, room.articles[1].querySelector('.text').textContent], ['in-thread-9', 'Edited']);
});

test('the message on which it hangs changes where it stands', async () => {
    const room = await open([7]);
    const root = elementFrom(`<div class="thread-root">${message(1, { id: '5' }).item_html}</div>`);
    room.timeline.append(root);
    room.timeline.remove();
    document.body.append(room.timeline);
    await settled();
    await room.tell('message_edited', message(1, { id: '5', text: 'Edited' }));
    assert.equal(root.querySelector('.text').textContent, 'Edited');
    assert.deepEqual(shown(room), ['7']);
});

test('what is looked at is read in the thread', async () => {
    const room = await open([7]);
    await room.tell('message', reply(9));
    mock.timers.tick(500);
    await settled();
    assert.deepEqual(marks(), ['9']);
    look(false);
    await room.tell('message', reply(11));
    mock.timers.tick(500);
    await settled();
    assert.deepEqual(marks(), ['9']);
});

test('the line "New" stands above the first reply after my mark', async () => {
    const room = await open([7, 9, 11], { read: '7' });
    assert.deepEqual(room.firstNew, [9]);
});

test('what I write in the thread is shown there at once, and goes out with it', async () => {
    const room = await open([7]);
    let answer;
    server.answers('POST /chat/messages', () => new Promise(done => (answer = done)));
    const { clientId } = outboxOf('ada').add(room.id, 'Below', null, { thread: '5', alsoInRoom: false });
    outboxOf('ada').add(room.id, 'In the room');
    await settled();
    assert.deepEqual(shown(room), ['7', 'pending']);
    const [{ body }] = server.asked('POST /chat/messages').slice(-1);
    assert.deepEqual([body.thread_id, body.also_in_room], ['5', false]);
    answer({ status: 201, body: { status: 'sent', message: reply(9, { user_id: 'ada', client_id: clientId, text: 'Below' }) } });
    await settled();
    assert.deepEqual(room.articles.map(({ dataset: { id, number } }) => [id, number]), [['7', '7'], ['9', '9']]);
    await room.tell('message', reply(9, { user_id: 'ada', client_id: clientId, text: 'Below' }));
    assert.deepEqual(shown(room), ['7', '9']);
});

test('after missed events the thread and what it hangs on are shown as they are now', async () => {
    const room = await open([7]);
    room.timeline.append(elementFrom(`<div class="thread-root">${message(1, { id: '5' }).item_html}</div>`));
    room.timeline.remove();
    document.body.append(room.timeline);
    await settled();
    const root = `<div class="thread-root">${message(1, { id: '5', text: 'Edited while away' }).item_html}</div>`;
    server.answers(`GET /chat/room/${room.id}/threads/5?limit=50`, {
        html: root + pageHtml([7, 9].map(id => elementFrom(reply(id).item_html)), { cursor: room.cursor }),
    });
    await room.tellElsewhere('reset', { cursor: room.cursor });
    await settled();
    assert.deepEqual(shown(room), ['7', '9']);
    assert.equal(room.timeline.querySelector('.thread-root .text').textContent, 'Edited while away');
});

test('as many replies are said to be below as there are, though their numbers have holes', async () => {
    const ids = Array.from({ length: 12 }, (_, n) => 10 + 7 * n);
    const room = await open(ids, { read: '10', unread: '11', last: String(ids.at(-1)) });
    assert.deepEqual(room.pills, ['9 new messages ↓']);
});

test('from a reply on, it can be marked unread, and is not read again while somebody stays', async () => {
    const room = await open([7, 8, 9]);
    server.answers('POST /chat/threads/5/unread', { status: 204 });
    room.articles[1].focus();
    room.articles[1].dispatchEvent(new KeyboardEvent('keydown', { key: 'u', bubbles: true, cancelable: true }));
    await settled();
    assert.deepEqual(server.asked('POST /chat/threads/5/unread').map(({ body }) => body.message_id), ['8']);
    assert.deepEqual(room.firstNew, [8]);
    await room.tell('message', reply(10));
    mock.timers.tick(1_000);
    await settled();
    assert.deepEqual(marks(), []);
});
