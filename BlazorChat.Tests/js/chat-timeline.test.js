import { click, elementFrom, look } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { settled } from './fakes/clock.js';
import { article, articles, message } from './fakes/messages.js';
import { Room, server } from './fakes/room.js';

const { edit } = await import('../../BlazorChat.Web/wwwroot/js/timeline/message-edit.js');

mock.timers.enable({ apis: ['setTimeout'] });

async function pass(milliseconds) {
    mock.timers.tick(milliseconds);
    await settled();
}

afterEach(async () => {
    document.body.replaceChildren();
    await pass(5_000); // what one test has waiting is none of the next one's
});

const said = () => document.getElementById('announcer').textContent;

test('what the server drew is shown, and what comes then below it', async () => {
    const room = await Room.open(articles(1, 2));
    await room.tell('message', message(3));
    assert.deepEqual(room.shown, [1, 2, 3]);
});

test('a message that comes late has its place, and one told twice is one', async () => {
    const room = await Room.open(articles(1, 1));
    for (const number of [3, 2, 3]) await room.tell('message', message(number));
    assert.deepEqual(room.shown, [1, 2, 3]);
});

test('what is said elsewhere is not shown', async () => {
    const room = await Room.open(articles(1, 1));
    await room.tellElsewhere('message', message(2, { room_id: 'other' }));
    assert.deepEqual(room.shown, [1]);
});

test('the first message of a room takes the place of its welcome', async () => {
    const room = await Room.open([]);
    room.timeline.append(elementFrom('<div class="empty">Say hello</div>'));
    await room.tell('message', message(1));
    assert.equal(room.timeline.querySelector('.empty'), null);
    assert.match(room.timeline.querySelector('.beginning').textContent, /#General/);
});

test('an edit, a deletion and a reaction change the message where it stands', async () => {
    const room = await Room.open(articles(1, 3));
    await room.tell('message_edited', message(1, { text: 'Edited' }));
    await room.tell('message_deleted', message(2, { deleted: true }));
    await room.tell('reaction', { message_id: 'm3', item_html: message(3, { reactions: { '👍': ['ada'] } }).item_html });
    assert.deepEqual([room.textOf(1), room.textOf(2)], ['Edited', 'This message was deleted']);
    assert.equal(room.find(3).querySelector('.reaction').getAttribute('aria-pressed'), 'true');
    assert.deepEqual(room.shown, [1, 2, 3]);
});

test('any other event that brings a message as it looks now shows it so', async () => {
    const room = await Room.open(articles(1, 1));
    await room.tell('pin', { message_id: 'm1', item_html: message(1, { text: 'Pinned' }).item_html });
    assert.equal(room.textOf(1), 'Pinned');
});

test('what happens to a message that is not shown shows nothing', async () => {
    const room = await Room.open(articles(5, 6));
    await room.tell('message_edited', message(1, { text: 'Edited' }));
    assert.deepEqual(room.shown, [5, 6]);
});

test('quotes follow what they quote', async () => {
    const room = await Room.open([article(1), article(2, { reply_to: 'm1' })]);
    await room.tell('message_edited', message(1, { text: 'Edited' }));
    assert.equal(room.find(2).querySelector('.excerpt').textContent, 'Edited');
});

test('what others say is told to those who listen', async () => {
    const room = await Room.open(articles(1, 1));
    await room.tell('message', message(2, { text: 'Hello' }));
    await room.tell('message', message(3, { user_id: 'ada', text: 'Mine' }));
    await room.tell('message', message(4, { text: '', deleted: true }));
    await pass(1_000);
    assert.equal(said(), 'grace: Hello');
});

test('what I send is shown at once; answer and event make one message of it', async () => {
    const room = await Room.open(articles(1, 1));
    let answer;
    server.answers('POST /chat/messages', () => new Promise(done => (answer = done)));
    const { clientId } = room.send('Hello');
    await settled();
    assert.deepEqual(room.shown, [1, 'Hello']);
    const stored = message(2, { user_id: 'ada', client_id: clientId, text: 'Hello' });
    answer({ status: 201, body: { status: 'sent', message: stored } });
    await settled();
    assert.deepEqual(room.shown, [1, 2]);
    await room.tell('message', stored);
    assert.deepEqual(room.shown, [1, 2]);
});

test('the event may come before the answer', async () => {
    const room = await Room.open(articles(1, 1));
    let answer;
    server.answers('POST /chat/messages', () => new Promise(done => (answer = done)));
    const { clientId } = room.send('Hello');
    await settled();
    const stored = message(2, { user_id: 'ada', client_id: clientId, text: 'Hello' });
    await room.tell('message', stored);
    answer({ status: 201, body: { status: 'sent', message: stored } });
    await settled();
    assert.deepEqual(room.shown, [1, 2]);
    assert.equal(room.find(2).classList.contains('pending'), false);
});

test('the line "New" stands above the first message after my mark', async () => {
    const room = await Room.open(articles(1, 4), { read: '2' });
    assert.deepEqual(room.firstNew, [3]);
});

test('what comes while nobody looks gets the line, what comes while I look does not', async () => {
    const room = await Room.open(articles(1, 1));
    await room.tell('message', message(2));
    assert.deepEqual(room.firstNew, []);
    await pass(500);
    look(false);
    await room.tell('message', message(3));
    await room.tell('message', message(4));
    assert.deepEqual(room.firstNew, [3]);
});

test('after what I have seen, the line stands above what comes unseen next', async () => {
    const room = await Room.open(articles(1, 1));
    look(false);
    await room.tell('message', message(2));
    look(true);
    dispatchEvent(new Event('focus'));
    await pass(500);
    look(false);
    await room.tell('message', message(3));
    assert.deepEqual(room.firstNew, [3]);
});

test('the line goes when I write', async () => {
    const room = await Room.open(articles(1, 2), { read: '1' });
    server.answers('POST /chat/messages', () => new Promise(() => {}));
    room.send('Hello');
    await settled();
    assert.deepEqual(room.firstNew, []);
});

test('what I look at is read, a moment later and once', async () => {
    const room = await Room.open(articles(1, 1));
    for (const number of [2, 3]) await room.tell('message', message(number));
    assert.deepEqual(room.marks('read'), []);
    await pass(500);
    assert.deepEqual(room.marks('read'), ['m3']);
});

test('what comes while nobody looks is read when somebody does', async () => {
    const room = await Room.open(articles(1, 1));
    look(false);
    await room.tell('message', message(2));
    await pass(500);
    assert.deepEqual(room.marks('read'), []);
    look(true);
    dispatchEvent(new Event('focus'));
    await pass(500);
    assert.deepEqual(room.marks('read'), ['m2']);
});

test('marking unread draws the line there, and staying does not read it', async () => {
    const room = await Room.open(articles(1, 3));
    const marked = [];
    document.addEventListener('chat-marked-unread', ({ detail }) => marked.push(detail.room_id), { once: true });
    room.find(2).dispatchEvent(new CustomEvent('chat-unread', { bubbles: true }));
    await settled();
    assert.deepEqual([room.marks('unread'), room.firstNew, marked], [['m2'], [2], [room.id]]);
    await room.tell('message', message(4));
    await pass(500);
    assert.deepEqual(room.marks('read'), []);
});

test('writing after having marked unread reads on', async () => {
    const room = await Room.open(articles(1, 3));
    server.answers('POST /chat/messages', () => new Promise(() => {}));
    room.find(2).dispatchEvent(new CustomEvent('chat-unread', { bubbles: true }));
    await settled();
    room.send('Hello');
    await room.tell('message', message(4));
    await pass(500);
    assert.deepEqual(room.marks('read'), ['m4']);
});

test('a reader further up stays where they read, and the pill counts what comes below', async () => {
    const room = await Room.open(articles(1, 9));
    await room.scrollTo(-500);
    const seen = room.find(2).getBoundingClientRect().top;
    await room.tell('message', message(10));
    await room.tell('message', message(11));
    assert.equal(room.find(2).getBoundingClientRect().top, seen);
    assert.equal(room.pill.textContent, '2 new messages ↓');
    await pass(500);
    assert.deepEqual(room.marks('read'), []);
    click(room.pill);
    await room.scrollTo(room.timeline.scrollTop);
    assert.deepEqual([room.timeline.scrollTop, room.pill.hidden], [0, true]);
});

test('at the bottom, or nearly, the newest stays in view', async () => {
    const room = await Room.open(articles(1, 9));
    await room.scrollTo(-30);
    await room.tell('message', message(10));
    assert.deepEqual([room.timeline.scrollTop, room.pill.hidden], [0, true]);
});

const numbersFrom = (first, last) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

test('past three hundred messages the oldest are let go, and come again further up', async () => {
    const room = await Room.open(articles(1, 300));
    await room.tell('message', message(301));
    assert.deepEqual(room.shown, numbersFrom(152, 301));
    room.answers('&before=m152', articles(102, 151), { hasMore: true });
    await room.scrollTo(-14_500);
    assert.deepEqual(room.shown, numbersFrom(102, 301));
});

test('however much comes, a reader further up sees the same, and a bounded part of the room', async () => {
    const room = await Room.open(articles(1, 50));
    await room.scrollTo(-3_000);
    const [seen] = room.articles.filter(one => one.getBoundingClientRect().bottom > 0);
    const { top } = seen.getBoundingClientRect();
    for (let number = 51; number < 1_251; number += 30)
        await room.tellAll(numbersFrom(number, number + 29).map(one => message(one)));
    assert.deepEqual(room.shown, numbersFrom(1, room.shown.length));
    assert.ok(room.shown.length <= 300);
    assert.deepEqual([seen.isConnected, seen.getBoundingClientRect().top], [true, top]);
    assert.equal(room.pill.textContent, '1200 new messages ↓');
});

test('what was let go below comes again in order on the way down, with what came since', async () => {
    const room = await Room.open(articles(1, 250));
    await room.scrollTo(-24_000);
    await room.tellAll(numbersFrom(251, 310).map(one => message(one)));
    const last = room.shown.at(-1);
    assert.ok(last < 310);
    await room.tell('message_edited', message(300, { text: 'Edited' }));
    room.answersAfter(last, 310, { text: 'Loaded' });
    while (room.shown.at(-1) < 310) await room.scrollTo(0);
    await room.tell('message', message(311));
    assert.deepEqual([room.shown.at(-1), room.textOf(310)], [311, 'Loaded']);
    assert.deepEqual(room.shown, numbersFrom(room.shown[0], 311));
});

test('of my messages on their way, those that were let go below are there again at the newest', async () => {
    const room = await Room.open(articles(1, 295));
    server.answers('POST /chat/messages', () => new Promise(() => {}));
    room.send('Hello');
    await settled();
    await room.scrollTo(-29_000);
    await room.tellAll(numbersFrom(296, 310).map(one => message(one)));
    assert.notEqual(room.shown.at(-1), 'Hello');
    room.answersAfter(room.shown.at(-1), 310);
    while (room.shown.at(-1) < 310) await room.scrollTo(0);
    assert.deepEqual(room.shown.slice(-2), [310, 'Hello']);
});

test('of a great many that come at once, who follows gets the last, and the others on the way up', async () => {
    const room = await Room.open(articles(1, 9));
    await room.tellAll(numbersFrom(10, 1_009).map(one => message(one)));
    assert.deepEqual([room.shown, room.timeline.scrollTop], [numbersFrom(860, 1_009), 0]);
    room.answers('&before=m860', articles(810, 859), { hasMore: true });
    await room.scrollTo(-14_700);
    assert.deepEqual(room.shown, numbersFrom(810, 1_009));
});

test('of a great many that come while nobody looks, the line "New" stands above the first', async () => {
    const room = await Room.open(articles(1, 9));
    look(false);
    await room.tellAll(numbersFrom(10, 209).map(one => message(one)));
    assert.deepEqual([room.shown[0], room.firstNew, room.inView[0]], [1, [10], 9]);
});

test('what happens to a message before it is drawn is drawn with it', async () => {
    const room = await Room.open(articles(1, 1));
    room.tellAll([message(2)]);
    room.tellAll([message(2, { text: 'Edited' })], 'message_edited');
    await room.tellAll([message(1, { deleted: true })], 'message_deleted');
    assert.deepEqual([room.shown, room.textOf(2), room.textOf(1)], [[1, 2], 'Edited', 'This message was deleted']);
});

test('what was told just before a reset does not come after it', async () => {
    const room = await Room.open(articles(1, 2));
    room.answers('', articles(2, 3, { text: 'As it is now' }));
    room.tellAll([message(2, { text: 'As it was' })], 'message_edited');
    await room.tell('reset', { cursor: room.cursor });
    await settled();
    assert.deepEqual([room.shown, room.textOf(2)], [[2, 3], 'As it is now']);
});

test('a message far up is shown with what is around it; what comes meanwhile is counted, not shown', async () => {
    const room = await Room.open(articles(90, 95));
    room.answers('&around=m5', articles(1, 9), { hasNewer: true });
    await room.timeline.goTo('m5');
    await room.scrollTo(-300);
    await room.tell('message', message(96));
    assert.deepEqual([room.shown.at(-1), room.pill.textContent], [9, '1 new message ↓']);
    room.answers('', articles(90, 96));
    await room.timeline.goToLatest();
    assert.deepEqual([room.shown.at(-1), room.timeline.scrollTop], [96, 0]);
});

test('a link to a message that is gone says so', async () => {
    const room = await Room.open(articles(1, 2));
    server.answers(`GET /chat/room/${room.id}/history`, { status: 404 });
    await room.timeline.goTo('m7');
    await pass(1_000);
    assert.equal(said(), 'That message is not there any more.');
});

test('a reset shows the newest page instead, and goes on from there', async () => {
    const room = await Room.open(articles(1, 2));
    await room.tell('message_deleted', message(1, { deleted: true }));
    room.answers('', articles(7, 8));
    await room.tell('reset', { cursor: room.cursor });
    assert.deepEqual(room.shown, [7, 8]);
    await room.tell('message', message(9));
    assert.deepEqual(room.shown, [7, 8, 9]);
});

test('after a reset each event is heard once', async () => {
    const room = await Room.open(articles(1, 9));
    room.answers('', articles(1, 9));
    await room.tell('reset', { cursor: room.cursor });
    await room.scrollTo(-500);
    await room.tell('message', message(10));
    assert.equal(room.pill.textContent, '1 new message ↓');
});

test('after a reset those whom I block now are folded', async () => {
    const room = await Room.open(articles(1, 2));
    server.answers('GET /chat/blocks', { body: { users: [{ user_id: 'grace' }] } });
    room.answers('', articles(1, 2));
    await room.tell('reset', { cursor: room.cursor });
    assert.deepEqual(room.articles.map(one => one.classList.contains('folded')), [true, true]);
});

test('what I have saved is marked, from here on and after a reset', async () => {
    const room = await Room.open(articles(1, 3), { saved: 'm1 m3' });
    const marked = () => room.articles.map(one => one.querySelector('.saved-mark')?.textContent ?? null);
    assert.deepEqual(marked(), ['Saved', null, 'Saved']);
    await room.tell('saved', { room_id: room.id, message_id: 'm2', saved: true });
    await room.tell('saved', { room_id: room.id, message_id: 'm3', saved: false });
    assert.deepEqual(marked(), ['Saved', 'Saved', null]);
    await room.tell('message_edited', message(2, { text: 'Edited' }));
    assert.deepEqual([room.textOf(2), marked()], ['Edited', ['Saved', 'Saved', null]]);
    server.answers('GET /chat/saved?limit=200', { body: { messages: [{ id: 'm3' }], has_more: false } });
    room.answers('', articles(1, 3));
    await room.tell('reset', { cursor: room.cursor });
    assert.deepEqual(marked(), [null, null, 'Saved']);
});

test('what is on its way stays through a reset', async () => {
    const room = await Room.open(articles(1, 1));
    server.answers('POST /chat/messages', () => new Promise(() => {}));
    room.send('Hello');
    await settled();
    room.answers('', articles(1, 2));
    await room.tell('reset', { cursor: room.cursor });
    assert.deepEqual(room.shown, [1, 2, 'Hello']);
});

test('a reset whose page cannot be had is tried again', async () => {
    const room = await Room.open(articles(1, 1));
    server.answers(`GET /chat/room/${room.id}/history`, { status: 503 });
    await room.tell('reset', { cursor: room.cursor });
    assert.deepEqual(room.shown, [1]);
    room.answers('', articles(1, 2));
    await pass(3_000);
    assert.deepEqual(room.shown, [1, 2]);
});

test('what those whom I block say is folded from then on, and no longer once I do not', async () => {
    const room = await Room.open(articles(1, 1));
    await room.tellElsewhere('block', { user_id: 'grace', blocked: true });
    await room.tell('message', message(2, { text: 'Hello' }));
    assert.deepEqual(room.articles.map(one => one.classList.contains('folded')), [true, true]);
    await pass(1_000);
    assert.equal(said(), '');
    await room.tellElsewhere('block', { user_id: 'grace', blocked: false });
    assert.deepEqual(room.articles.map(one => one.classList.contains('folded')), [false, false]);
});

test('people are called as they are called now', async () => {
    const room = await Room.open(articles(1, 1));
    await room.tell('profile', { user_id: 'grace', username: 'grace', display_name: 'Amazing Grace', avatar_url: null });
    assert.equal(room.find(1).querySelector('.byline .name').textContent, 'Amazing Grace');
});

test('a timeline that was left hears nothing more and leaves no pill', async () => {
    const room = await Room.open(articles(1, 1));
    room.timeline.remove();
    await room.tell('message', message(2));
    assert.deepEqual([room.shown, document.querySelector('.pill')], [[1], null]);
});

/** Begins to change a message. */
function change(room, number, text) {
    edit(room.find(number));
    const area = room.find(number).querySelector('.edit textarea');
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
}

test('what was begun of a message that is deleted meanwhile goes to the field below, and so does what is being typed', async () => {
    const room = await Room.open(articles(1, 2));
    const rescued = [];
    document.addEventListener('chat-rescue', ({ detail }) => rescued.push(detail), { once: true });
    change(room, 2, 'See you tomorrow');
    await room.tell('message_deleted', message(2, { deleted: true }));
    await pass(1_000);
    assert.deepEqual(rescued, [{ room: room.find(2).dataset.room, thread: null, text: 'See you tomorrow', hadFocus: true }]);
    assert.match(said(), /This message was deleted while you changed it. What you wrote is in the field below./);
    edit(room.find(1));
    assert.equal(room.find(1).querySelector('.edit textarea').value, 'Message 1');
});

test('what was begun of a message stands in its editor when one comes back', async () => {
    change(await Room.open(articles(1, 2)), 2, 'See you tomorrow');
    const again = await Room.open(articles(1, 2));
    await pass(500);
    assert.deepEqual([again.find(2).querySelector('.edit textarea')?.value, document.activeElement.tagName], ['See you tomorrow', 'BODY']);
    again.find(2).querySelector('.edit button').click();
    const closed = await Room.open(articles(1, 2));
    await pass(500);
    assert.equal(closed.find(2).querySelector('.edit'), null);
});

test('a reaction that could not be given says so to those who look, too', async () => {
    const room = await Room.open(articles(1, 1));
    document.body.append(elementFrom('<div id="toast" hidden></div>'));
    server.answers('POST /chat/reactions', { status: 403, body: { detail: 'You are muted here.' } });
    const { toggleReaction } = await import('../../BlazorChat.Web/wwwroot/js/timeline/reactions.js');
    await toggleReaction(room.find(1), '👍');
    const toast = document.getElementById('toast');
    assert.deepEqual([toast.textContent, toast.hidden], ['You are muted here.', false]);
    await pass(6_000);
    assert.deepEqual([toast.hidden, said()], [true, 'You are muted here.']);
});

test('a quote of a message that is not shown any more says that it was deleted', async () => {
    const room = await Room.open([article(2, { reply_to: 'm1' })], { hasMore: true });
    await room.tell('message_deleted', message(1, { deleted: true }));
    assert.deepEqual([room.shown, room.find(2).querySelector('.quote').textContent.trim()], [[2], 'message deleted']);
});
