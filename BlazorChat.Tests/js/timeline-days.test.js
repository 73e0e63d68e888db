import { click } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { settled } from './fakes/clock.js';
import { articles } from './fakes/messages.js';
import { Room, server } from './fakes/room.js';

mock.timers.enable({ apis: ['setTimeout'] });

const dialog = () => document.querySelector('dialog.day-jump');
const choose = name => click([...dialog().querySelectorAll('button')].find(one => one.textContent === name));

test('a click on a day leads to the first message of the day that is chosen, as days begin here', async () => {
    const room = await Room.open(articles(1, 30));
    server.answers(`GET /chat/room/${room.id}/history?limit=1&at=`, { body: { messages: [{ id: 'm3', timestamp: Date.now() }], has_more: false } });
    click(room.timeline.querySelector('.day-button'));
    choose('Yesterday');
    await settled();
    const now = new Date();
    const [{ url }] = server.asked(`GET /chat/room/${room.id}/history?limit=1&at=`);
    assert.equal(new URL(url, location.origin).searchParams.get('at'), String(new Date(now.getFullYear(), now.getMonth(), now.getDate() - 1).getTime()));
    assert.equal(document.activeElement, room.find(3));
    assert.equal(dialog(), null);
});

test('a key asks as well, and nothing is asked of the server before a day is chosen', async () => {
    const room = await Room.open(articles(1, 3));
    room.find(2).focus();
    room.find(2).dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true }));
    assert.equal(dialog().querySelector('input').value.length, '2026-11-28'.length);
    choose('Cancel');
    await settled();
    assert.deepEqual([dialog(), server.asked(`GET /chat/room/${room.id}/history?limit=1`).length], [null, 0]);
});
