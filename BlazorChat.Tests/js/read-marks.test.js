import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { ReadMarks } from '../../BlazorChat.Web/wwwroot/js/timeline/read-marks.js';

const article = number => ({ dataset: { id: `m${number}`, number: String(number) } });
let asked;

beforeEach(() => {
    asked = [];
    globalThis.fetch = async (url, { body }) => {
        asked.push([url, JSON.parse(body).message_id]);
        return new Response(null, { status: 204 });
    };
});

const marks = (read = 0) => new ReadMarks('/chat/room/general', read);
const pass = async context => {
    context.mock.timers.tick(500);
    for (let n = 0; n < 20; n++) await null;
};

test('tells once what has been read, after a pause', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const mine = marks();
    mine.readUpTo(article(1));
    mine.readUpTo(article(2));
    await pass(context);
    assert.deepEqual(asked, [['/chat/room/general/read', 'm2']]);
});

test('what was read just before one leaves is told at once, and once', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const mine = marks();
    mine.readUpTo(article(2));
    mine.stop();
    await pass(context);
    mine.stop();
    assert.deepEqual(asked, [['/chat/room/general/read', 'm2']]);
});

test('tells nothing twice', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const mine = marks(2);
    mine.readUpTo(article(2));
    await pass(context);
    assert.deepEqual(asked, []);
});

test('marks a message unread, and then reads on only when somebody writes', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const mine = marks(3);
    assert.equal((await mine.unreadFrom(article(2))).ok, true);
    assert.equal(mine.read, 1);
    mine.readUpTo(article(3));
    await pass(context);
    assert.deepEqual(asked, [['/chat/room/general/unread', 'm2']]);

    mine.goOn();
    mine.readUpTo(article(3));
    await pass(context);
    assert.deepEqual(asked.at(-1), ['/chat/room/general/read', 'm3']);
});

test('what was about to be told as read is not, once it is marked unread', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const mine = marks();
    mine.readUpTo(article(3));
    await mine.unreadFrom(article(1));
    await pass(context);
    assert.deepEqual(asked, [['/chat/room/general/unread', 'm1']]);
});

test('what could not be marked unread is read on', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const answer = globalThis.fetch;
    globalThis.fetch = async () => new Response(null, { status: 503 });
    const mine = marks(3);
    assert.equal((await mine.unreadFrom(article(2))).ok, false);
    globalThis.fetch = answer;
    mine.readUpTo(article(4));
    await pass(context);
    assert.deepEqual([mine.read, asked], [4, [['/chat/room/general/read', 'm4']]]);
});
