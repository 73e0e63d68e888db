import './fakes/dom.js';
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { pass } from './fakes/clock.js';
import { articles } from './fakes/messages.js';
import { Room, server } from './fakes/room.js';

const { live } = await import('../../BlazorChat.Web/wwwroot/js/live/live.js');

mock.timers.enable({ apis: ['setTimeout'] });

test('who is signed out is not asked for older messages again and again, and gets them when signed in', async () => {
    const room = await Room.open(articles(51, 100), { hasMore: true, read: '100' });
    const history = `GET /chat/room/${room.id}/history`;
    server.answers(history, { status: 401 });
    server.answers('GET /auth/me', { status: 401 });
    server.break();
    await pass(5);
    assert.equal(live.state, 'signed-out');
    await room.scrollTo(-4_700);
    await pass(30);
    assert.equal(server.asked(history).length, 1);

    room.answers('&before=m51', articles(1, 50), { hasMore: false });
    server.answers('GET /auth/me', { status: 200 });
    live.wake();
    server.ready(room.cursor, { rooms: [room.id] });
    await pass(5);
    assert.equal(server.asked(history).length, 2);
    assert.equal(room.shown[0], 1);
});
