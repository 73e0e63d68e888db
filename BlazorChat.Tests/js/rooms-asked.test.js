import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { pass, settled } from './fakes/clock.js';
import { articles } from './fakes/messages.js';
import { Room, server } from './fakes/room.js';

const { startRoomList } = await import('../../BlazorChat.Web/wwwroot/js/around/room-list.js');
mock.timers.enable({ apis: ['setTimeout'] });

const rows = (...rooms) => `<section data-section="rooms-mine"><ul>${rooms.map(room =>
    `<li class="room-row"><a data-room="${room}" data-kind="public" title="${room}"><span class="room-name">${room}</span><i class="draft-sign" hidden></i></a></li>`).join('')}</ul></section>`;
const shown = () => [...document.querySelectorAll('.rooms-scroll a')].map(({ dataset }) => dataset.room);

test('a list that was asked for when another room was shown is not taken, and asked for again', async () => {
    const room = await Room.open(articles(1, 3));
    document.body.append(elementFrom(`<nav id="rooms"><input id="room-filter"><div class="rooms-scroll">${rows('harbour')}</div></nav>`));
    const answers = [];
    server.answers('GET /chat/rooms/list', () => new Promise(done => answers.push(done)));
    startRoomList('ada'); // the room that is shown is missing
    await settled();
    assert.deepEqual(server.asked('GET /chat/rooms/list').map(({ url }) => url), [`/chat/rooms/list?room_id=${room.id}&find=`]);

    room.timeline.dataset.room = 'harbour';
    answers.shift()({ html: rows('harbour', room.id) });
    await pass(2);
    assert.deepEqual(shown(), ['harbour']);
    assert.equal(server.asked('GET /chat/rooms/list').at(-1).url, '/chat/rooms/list?room_id=harbour&find=');
    answers.shift()({ html: rows('garden', 'harbour') });
    await pass(2);
    assert.deepEqual(shown(), ['garden', 'harbour']);
});

test('who is in the list may have changed when the connection is another one', async () => {
    const asked = server.asked('GET /chat/rooms/list').length;
    server.answers('GET /auth/me', { status: 200 });
    await pass(10);
    server.break();
    await pass(3);
    server.ready('e-0');
    await pass(2);
    assert.equal(server.asked('GET /chat/rooms/list').length, asked + 1);
});
