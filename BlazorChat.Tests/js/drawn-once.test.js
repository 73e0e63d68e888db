import './fakes/dom.js';
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { pass } from './fakes/clock.js';
import { articles } from './fakes/messages.js';
import { Room, server } from './fakes/room.js';

const { startStillPage } = await import('../../BlazorChat.Web/wwwroot/js/around/still-page.js');
mock.timers.enable({ apis: ['setTimeout'] });

test('a page that has just come is drawn once, and once more for what changes around the conversation and for another connection', async () => {
    const drawn = [];
    globalThis.Blazor = { navigateTo: href => drawn.push(href) > 0 && document.dispatchEvent(new Event('page-updated')) };
    startStillPage('ada');
    const room = await Room.open(articles(1, 3));
    server.answers('GET /auth/me', { status: 200 });
    await pass(12);
    assert.equal(drawn.length, 0);

    await room.tell('room', { room: { name: 'Harbour' } });
    await pass(2);
    assert.equal(drawn.length, 1);

    server.break();
    await pass(3);
    server.ready(room.cursor, { rooms: [room.id] });
    await pass(3);
    assert.equal(drawn.length, 2);
});
