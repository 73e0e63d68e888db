import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { Room, server } from './fakes/room.js';
import { ActivityList } from '../../BlazorChat.Web/wwwroot/js/activity/activity-list.js';

mock.timers.enable({ apis: ['setTimeout'] });
customElements.define('activity-list', ActivityList);
afterEach(() => document.body.replaceChildren());

const item = (id, words) => `<li class="found" data-message="${id}"><a class="found-open" data-message="${id}" href="room/general#message-${id}"><span class="found-what">${words}</span></a></li>`;
const list = (...items) => `<activity-list data-permanent="activity" data-me="ada"><ul class="listed-found" tabindex="-1">${items.join('')}</ul></activity-list>`;

async function open(...items) {
    const room = await Room.open([]);
    document.body.append(elementFrom(list(...items)));
    return room;
}
const shown = () => [...document.querySelectorAll('.found-what')].map(one => one.textContent);

test('what concerns me is asked for when it comes, and keeps the focus', async () => {
    const room = await open(item('7', 'Grace reacted 👍'));
    document.querySelector('.found-open').focus();
    server.answers(`GET ${location.href}`, { html: list(item('9', 'Grace mentioned you'), item('7', 'Grace reacted 👍')) });
    await room.tell('message', { id: '9', number: null, user_id: 'grace', mentions: ['ada'], reply_to: null, thread_id: '1' });
    assert.deepEqual(shown(), ['Grace mentioned you', 'Grace reacted 👍']);
    assert.equal(document.activeElement.dataset.message, '7');
});

test('what is in a room that I leave is asked for again', async () => {
    const room = await open(item('7', 'Grace reacted 👍'));
    server.answers(`GET ${location.href}`, { html: list() });
    await room.tellElsewhere('member', { room_id: 'other', user_id: 'grace', role: null });
    assert.equal(shown().length, 1);
    await room.tellElsewhere('member', { room_id: 'other', user_id: 'ada', role: null });
    assert.deepEqual(shown(), []);
});

test('what concerns others is not asked for', async () => {
    const room = await open(item('7', 'Grace reacted 👍'));
    const asked = () => server.asked(`GET ${location.href}`).length;
    await room.tell('message', { id: '9', number: null, user_id: 'grace', mentions: ['joan'], reply_to: null, thread_id: null });
    await room.tell('reaction', { message_id: '5', author_id: 'grace', user_id: 'joan' });
    await room.tell('reaction', { message_id: '7', author_id: 'ada', user_id: 'ada' });
    assert.equal(asked(), 0);
    await room.tell('reaction', { message_id: '7', author_id: 'ada', user_id: 'joan' });
    assert.equal(asked(), 1);
});
