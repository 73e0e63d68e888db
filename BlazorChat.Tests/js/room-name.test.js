import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FakeServer } from './fakes/server.js';

const server = new FakeServer();
globalThis.EventSource = server.EventSource;
globalThis.fetch = server.fetch;
document.head.append(elementFrom('<meta name="chat-events" content="room profile">'));
const { keepRoomName } = await import('../../BlazorChat.Web/wwwroot/js/around/room-name.js');
const { live } = await import('../../BlazorChat.Web/wwwroot/js/live/live.js');

keepRoomName();
live.start({ user: 'ada', cursor: 'e-1', watch: 'r1' });
server.ready('e-1', { rooms: ['r1'] });
let position = 1;
const tell = (name, data) => server.send(name, data, `e-${++position}`);
const textOf = place => document.querySelector(place).textContent;

test('what stays on the page is called by the new name of the room', () => {
    document.body.replaceChildren(
        elementFrom(`<chat-timeline data-room="r1" data-room-name="Me" aria-label="Messages in Me">
            <div class="items"><div class="beginning">This is the beginning of #Me</div><article>Me</article></div></chat-timeline>`),
        elementFrom(`<chat-composer data-room="r1" data-room-name="Me"><textarea placeholder="Message #Me" aria-label="Message #Me">Me</textarea>
            <span class="prompt">Message #Me</span><label class="also"><span>Also send to #Me</span></label></chat-composer>`));
    for (const told of [{ room_id: 'r2', room: { kind: 'public', name: 'Elsewhere' } }, { room_id: 'r1', room: { kind: 'public', name: 'Messages' } },
        { room_id: 'r1', room: { kind: 'public', name: 'Messages' } }, { room_id: 'r1', room: null }]) tell('room', told);
    const [area, timeline] = ['textarea', 'chat-timeline'].map(one => document.querySelector(one));
    assert.deepEqual([area.placeholder, area.getAttribute('aria-label'), area.value], ['Message #Messages', 'Message #Messages', 'Me']);
    assert.deepEqual(['.beginning', 'article', '.prompt', '.also span'].map(textOf), ['This is the beginning of #Messages', 'Me', 'Message #Messages', 'Also send to #Messages']);
    assert.deepEqual([timeline.dataset.roomName, timeline.getAttribute('aria-label')], ['Messages', 'Messages in Messages']);
});

test('a conversation of two is called as the other one is', () => {
    document.body.replaceChildren(
        elementFrom('<nav id="rooms"><a data-room="d1" data-user="grace"></a></nav>'),
        elementFrom('<chat-composer data-room="d1" data-room-name="grace"><span class="prompt">Message grace</span></chat-composer>'));
    tell('room', { room_id: 'd1', room: { kind: 'direct', name: '' } });
    tell('profile', { user_id: 'joan', username: 'joan', display_name: 'Joan' });
    assert.equal(textOf('.prompt'), 'Message grace');
    tell('profile', { user_id: 'grace', username: 'grace', display_name: 'Grace H.' });
    assert.equal(textOf('.prompt'), 'Message Grace H.');
    tell('profile', { user_id: 'grace', username: 'grace', display_name: null });
    assert.equal(textOf('.prompt'), 'Message grace');
});
