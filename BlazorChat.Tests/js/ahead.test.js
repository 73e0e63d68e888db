import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import './fakes/dom.js';
import { settled } from './fakes/clock.js';
import { Room, server } from './fakes/room.js';
import { startAhead } from '../../BlazorChat.Web/wwwroot/js/around/ahead.js';

const OF_BLAZOR = { mode: 'no-cors', headers: { accept: 'text/html; blazor-enhanced-nav=on' } };
const HREF = 'http://chat/room/other';

await Room.open([]);
startAhead();

beforeEach(async () => {
    mock.timers.enable({ apis: ['Date'], now: Date.now() });
    await Room.open([]);
    server.requests = [];
    server.answers(`GET ${HREF}`, { html: '<p>other</p>' });
    document.body.insertAdjacentHTML('beforeend', '<nav id="rooms"><a data-room="other" href="/room/other">Other</a><a data-room="here" aria-current="page" href="/room/here">Here</a></nav>');
});
afterEach(() => mock.timers.reset());

const press = room => {
    const event = new Event('pointerdown', { bubbles: true });
    event.button = 0;
    document.querySelector(`[data-room=${room}]`).dispatchEvent(event);
};
const asked = () => server.requests.filter(({ url }) => url === HREF).length;

test('the page of a room that is pressed is asked for once, and used at the click', async () => {
    press('other');
    press('other');
    const page = await fetch(HREF, OF_BLAZOR);
    assert.equal(await page.text(), '<p>other</p>');
    assert.equal(asked(), 1);
    await fetch(HREF, OF_BLAZOR);
    assert.equal(asked(), 2);
});

test('the room that is open is not asked for', () => {
    press('here');
    assert.deepEqual(server.requests, []);
});

test('a page that is a few seconds old is asked for again', async () => {
    press('other');
    mock.timers.tick(3_000);
    await fetch(HREF, OF_BLAZOR);
    assert.equal(asked(), 2);
});

test('what scripts do not show by themselves makes it useless, messages do not', async () => {
    press('other');
    server.message('e-100');
    server.send('presence', { user_id: 'grace', status: 'away' });
    await settled();
    await fetch(HREF, OF_BLAZOR);
    assert.equal(asked(), 1);

    press('other');
    server.send('room', { room_id: 'other', room: {} }, 'e-101');
    await settled();
    await fetch(HREF, OF_BLAZOR);
    assert.equal(asked(), 3);
});

test('where it could not be had, Blazor asks by itself', async () => {
    server.answers(`GET ${HREF}`, { status: 503 });
    press('other');
    const page = await fetch(HREF, OF_BLAZOR);
    assert.deepEqual([page.status, asked()], [503, 2]);
});

test('once it is seen, it is the last room', async () => {
    press('other');
    await fetch(HREF, OF_BLAZOR);
    assert.doesNotMatch(document.cookie, /room=other/);
    document.querySelector('chat-timeline').dataset.room = 'other';
    document.dispatchEvent(new Event('page-updated'));
    assert.match(document.cookie, /room=other/);
});

test('what came too early, or is out of date, is asked for again while the pointer rests', async () => {
    mock.timers.reset();
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.now() });
    const link = document.querySelector('[data-room=other]');
    link.dispatchEvent(Object.assign(new Event('pointerover', { bubbles: true }), { pointerType: 'mouse' }));
    mock.timers.tick(65);
    assert.equal(asked(), 1);
    server.send('room', { room_id: 'third', room: null });
    mock.timers.tick(65);
    assert.equal(asked(), 2);
    document.dispatchEvent(Object.assign(new Event('pointerout', { bubbles: true }), { relatedTarget: null }));
    server.send('room', { room_id: 'third', room: null });
    mock.timers.tick(1_000);
    assert.equal(asked(), 2);
});
