import { elementFrom, look } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { settled } from './fakes/clock.js';
import { articles, message } from './fakes/messages.js';
import { Room, server } from './fakes/room.js';
import { keptPlace } from '../../BlazorChat.Web/wwwroot/js/timeline/places.js';

mock.timers.enable({ apis: ['setTimeout'] });

async function pass(milliseconds) {
    mock.timers.tick(milliseconds);
    await settled();
}

afterEach(async () => {
    document.body.replaceChildren();
    await pass(5_000);
});

/** A room with ninety unread messages, of which the page shows the first thirty, with ten read ones above. */
async function ninety(more = {}) {
    const room = await Room.open(articles(1, 40), { hasNewer: true, read: '10', last: '100', unread: '90', unreadMentions: '70:m70', ...more });
    for (let n = 0; n < 2; n++) await pass(600);
    return room;
}

async function scroll(room, top) {
    await room.scrollTo(top);
    await pass(600);
}

test('a room opens at the first unread message, with the line there', async () => {
    const room = await ninety();
    assert.deepEqual([room.firstNew, room.inView], [[11], [10, 13]]);
});

test('what is on the screen is read, and what is below it is not', async () => {
    const room = await ninety();
    assert.deepEqual(room.marks('read'), ['m12']);
    await scroll(room, room.timeline.scrollTop + 100);
    assert.deepEqual(room.marks('read'), ['m12', 'm13']);
    assert.deepEqual(room.pills, ['@ Mention ↓', '87 new messages ↓']);
});

test('who scrolls and goes at once comes back to where they were', async () => {
    const room = await ninety();
    await room.scrollTo(-700);
    await room.scrollTo(-500);
    room.timeline.remove();
    assert.deepEqual(keptPlace(room.timeline.dataset), { id: 'm33', top: 0 });
});

test('nothing is read while nobody looks', async () => {
    const room = await ninety();
    look(false);
    await scroll(room, room.timeline.scrollTop + 100);
    assert.deepEqual(room.marks('read'), ['m12']);
});

test('what was jumped over is not read, and a pill leads back to it', async () => {
    const room = await ninety();
    await scroll(room, -700);
    assert.deepEqual(room.marks('read'), ['m12']);
    assert.deepEqual(room.pills[0], '18 unread ↑');
    room.press('unread');
    await pass(500);
    assert.deepEqual([room.firstNew, room.inView[0]], [[13], 12]);
});

test('the jump to the latest reads all, and leaves ways to the mention and to where one was', async () => {
    const room = await ninety();
    room.answers('', articles(51, 100), { hasMore: true });
    room.press('new messages');
    for (let n = 0; n < 2; n++) await pass(600);
    await room.scrollTo(room.timeline.scrollTop);
    assert.deepEqual(room.marks('read').at(-1), 'm100');
    assert.deepEqual(room.pills, ['85 unread ↑', '@ Mention ↑']);
    room.press('Mention');
    await pass(600);
    assert.ok(room.inView[0] <= 70 && room.inView[1] >= 70);
    assert.ok(!room.pills.some(words => words.includes('Mention')));
});

test('a mention that comes below is one press away until it was on the screen', async () => {
    const room = await Room.open(articles(1, 9));
    await scroll(room, -500);
    await room.tell('message', message(10, { mentions: ['ada'] }));
    await pass(600);
    assert.ok(room.pills.includes('@ Mention ↓'));
    await scroll(room, 0);
    assert.deepEqual(room.pills, []);
});

test('a mention that comes while somebody looks at the end is read, and leaves no pill', async () => {
    const room = await Room.open(articles(1, 9));
    for (const number of [10, 11]) {
        await room.tell('message', message(number, { mentions: ['ada'] }));
        await pass(600);
        assert.deepEqual([room.pills, room.marks('read').at(-1)], [[], `m${number}`]);
    }
});

test('of many messages at once, as after a lost line, those that were never on the screen stay unread', async () => {
    const room = await Room.open(articles(1, 9));
    // The one that mentions is the last of those that are drawn together: it passes by.
    await room.tellAll(Array.from({ length: 40 }, (_, n) => message(10 + n, { mentions: n === 29 ? ['ada'] : [] })));
    await pass(600);
    assert.deepEqual([room.marks('read'), room.pills], [[], ['37 unread ↑', '@ Mention ↑']]);
    await room.tell('message', message(50));
    await pass(600);
    assert.deepEqual([room.marks('read'), room.pills], [[], ['38 unread ↑', '@ Mention ↑']]);
    room.press('unread');
    await pass(500);
    assert.deepEqual([room.firstNew, room.inView[0]], [[10], 9]);
});

test('a mention that is deleted is none any more', async () => {
    const room = await ninety();
    await room.tell('message_deleted', { ...message(70, { deleted: true }) });
    await pass(600);
    assert.ok(!room.pills.some(words => words.includes('Mention')));
});

test('reading on another device clears the pills here', async () => {
    const room = await ninety();
    look(false);
    await room.tell('read', { message_id: 'm100', number: 100 });
    await pass(600);
    assert.deepEqual([room.pills, room.firstNew], [['Jump to latest ↓'], []]);
});

test('one message of mine from another device has everything above it read', async () => {
    const room = await ninety();
    await room.tell('message', message(101, { user_id: 'ada' }));
    await pass(600);
    assert.ok(!room.pills.some(words => words.includes('Mention') || words.includes('unread')));
});

test('coming back to a room restores where one was', async () => {
    const room = await Room.open(articles(1, 30));
    await scroll(room, -1_200);
    const [first] = room.inView;
    room.timeline.remove();
    const served = elementFrom(`<chat-timeline id="timeline">${'<div class="page" data-has-more="false" data-has-newer="false"></div>'}</chat-timeline>`);
    Object.assign(served.dataset, room.timeline.dataset);
    served.querySelector('.page').append(...articles(1, 30));
    served.getBoundingClientRect = room.timeline.getBoundingClientRect;
    Object.defineProperties(served, { clientHeight: { get: () => 300 }, scrollHeight: { get: () => 3_000 } });
    document.body.append(served);
    room.timeline = served;
    await pass(100);
    assert.equal(room.inView[0], first);
});

test('nobody who looks at a room for the first time is moved', async () => {
    const room = await Room.open(articles(1, 30));
    await pass(500);
    assert.deepEqual([room.timeline.scrollTop, room.pills, server.asked(`POST /chat/room/${room.id}/read`)], [0, [], []]);
});

test('while nobody looks the timeline follows until the first unread message would leave the screen', async () => {
    const room = await Room.open(articles(1, 9));
    look(false);
    for (let number = 10; number < 20; number++) await room.tell('message', message(number));
    assert.deepEqual([room.firstNew, room.inView[0]], [[10], 9]);
    look(true);
    dispatchEvent(new Event('focus'));
    await pass(600);
    assert.deepEqual(room.marks('read'), ['m11']);
});
