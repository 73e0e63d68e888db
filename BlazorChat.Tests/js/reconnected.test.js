import './fakes/dom.js';
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { pass, settled } from './fakes/clock.js';
import { articles } from './fakes/messages.js';
import { Room, server } from './fakes/room.js';

const { onReconnected } = await import('../../BlazorChat.Web/wwwroot/js/live/reconnected.js');
mock.timers.enable({ apis: ['setTimeout'] });

async function reconnect(room) {
    server.answers('GET /auth/me', { status: 200 });
    server.break();
    await pass(2);
    server.ready(room.cursor, { rooms: [room.id] });
    await settled();
}

test('the connection that a page was drawn for is no other one, and each after it is, also for who came when it was open', async () => {
    const heard = { early: 0, late: 0 };
    onReconnected(() => heard.early++);
    const room = await Room.open(articles(1, 3));
    assert.equal(heard.early, 0);
    onReconnected(() => heard.late++);
    mock.timers.tick(10_000);
    await reconnect(room);
    assert.deepEqual(heard, { early: 1, late: 1 });
    await reconnect(room);
    assert.deepEqual(heard, { early: 2, late: 2 });

    let count = 0;
    onReconnected(() => count++);
    await reconnect(room);
    assert.equal(count, 0, 'the tab that led went when this one came');
    await reconnect(room);
    assert.equal(count, 1);
});
