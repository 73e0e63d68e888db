import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Connection } from '../../BlazorChat.Web/wwwroot/js/live/connection.js';
import { FakeClock, settled } from './fakes/clock.js';
import { FakeServer } from './fakes/server.js';

let clock, server, events, states, online;

beforeEach(() => {
    [clock, server, events, states, online] = [new FakeClock(), new FakeServer(), [], [], true];
});

function connect({ user, cursor = 'e-5', watch = [] } = {}) {
    return new Connection(
        { user, cursor, watch, onEvent: event => events.push(event), onState: state => states.push(state) },
        { ...clock, ...server, fetch: server.fetch, EventSource: server.EventSource, random: () => 1, isOnline: () => online });
}

const names = () => events.map(({ name }) => name);
const query = stream => Object.fromEntries(new URL(stream.address, 'http://chat').searchParams);

test('a stream begins at the cursor of the page and watches its room', () => {
    connect({ watch: ['general'] });
    assert.deepEqual(query(server.streams[0]), { html: '1', cursor: 'e-5', watch: 'general' });
});

test('it is open once the server says that it is ready', () => {
    connect();
    server.ready('e-5');
    assert.deepEqual([states, names()], [['open'], ['ready']]);
});

test('the line of somebody else who signed in here is not taken', () => {
    connect({ user: 'grace' });
    server.ready('e-5');
    assert.deepEqual([states, names(), server.open.length], [['signed-out'], [], 0]);
});

test('a stream that breaks is opened again at the last cursor', async () => {
    server.answers('GET /auth/me', {});
    connect();
    server.ready('e-5');
    server.message('e-7');
    server.break();
    await clock.pass(500);
    assert.equal(server.open.length, 1);
    assert.equal(query(server.open[0]).cursor, 'e-7');
    server.ready('e-7');
    assert.deepEqual(states, ['open', 'reconnecting', 'open']);
});

test('typing and presence do not move the cursor', async () => {
    server.answers('GET /auth/me', {});
    connect();
    server.ready('e-5');
    server.send('typing', { room_id: 'general' }, 'e-5');
    server.break();
    await clock.pass(500);
    assert.equal(query(server.open[0]).cursor, 'e-5');
    assert.deepEqual(events.at(-1), { name: 'typing', data: { room_id: 'general' }, id: null });
});

test('where the server does not answer, the waits grow', async () => {
    server.answers('GET /auth/me', { status: 0 });
    connect();
    for (const wait of [500, 1000, 2000]) {
        const before = server.streams.length;
        server.break();
        await clock.pass(wait - 1);
        assert.equal(server.streams.length, before);
        await clock.pass(1);
        assert.equal(server.streams.length, before + 1);
    }
});

test('a stream that says nothing for four seconds gives way to polling from the same cursor', async () => {
    server.answers('GET /chat/poll', { body: { events: [{ id: 'e-6', event: 'message', data: {} }], cursor: 'e-6' } });
    server.answers('GET /chat/poll?html=1&cursor=e-6', null);
    connect();
    await clock.pass(3_999);
    assert.equal(server.asked('GET /chat/poll').length, 0);
    await clock.pass(1);
    assert.equal(server.open.length, 0);
    assert.deepEqual(server.requests.map(({ url }) => url),
        ['/chat/poll?html=1&cursor=e-5&wait=0', '/chat/poll?html=1&cursor=e-6&wait=25']);
    assert.deepEqual([states, names()], [['polling'], ['message']]);
});

test('while it polls it tries a stream every minute, and goes back to it', async () => {
    server.answers('GET /chat/poll?html=1&cursor=e-5&wait=0', { body: { events: [], cursor: 'e-5' } });
    connect();
    await clock.pass(4_000 + 59_999);
    assert.equal(server.open.length, 0);
    await clock.pass(1);
    server.ready('e-5');
    assert.deepEqual(states, ['polling', 'open']);
});

test('what polling brought already is not told again by the stream', async () => {
    server.answers('GET /chat/poll?html=1&cursor=e-5', { body: { events: [{ id: 'e-6', event: 'message', data: {} }], cursor: 'e-6' } });
    connect();
    await clock.pass(64_000);
    server.ready('e-6');
    server.message('e-6');
    server.message('e-7');
    assert.deepEqual(events.map(({ id }) => id).filter(Boolean), ['e-6', 'e-7']);
});

test('streams that are refused again and again although the server answers give way to polling', async () => {
    server.answers('GET /auth/me', {});
    connect();
    for (let i = 0; i < 3; i++) {
        server.break();
        await clock.pass(5_000 - 4_000);
    }
    assert.equal(server.asked('GET /chat/poll').length, 1);
});

test('a stream listens for the events that the page names', () => {
    server.eventNames = () => ['pin', 'typing'];
    connect();
    server.ready('e-5');
    server.send('pin', {}, 'e-6');
    server.send('unheard', {}, 'e-7');
    assert.deepEqual(names(), ['ready', 'pin']);
});

test('an event without an id repeats the last one, and moves no cursor', async () => {
    server.answers('GET /auth/me', {});
    connect();
    server.ready('e-5');
    server.send('typing', {}, 'e-5');
    server.message('e-6');
    server.send('typing', {}, 'e-6');
    assert.deepEqual(events.map(({ name, id }) => [name, id]),
        [['ready', null], ['typing', null], ['message', 'e-6'], ['typing', null]]);
});

test('a reset moves the cursor to where the server says', async () => {
    server.answers('GET /auth/me', {});
    connect();
    server.ready('e-5');
    server.send('reset', { cursor: 'new-1' }, 'new-1');
    server.message('new-2');
    server.break();
    await clock.pass(500);
    assert.equal(query(server.open[0]).cursor, 'new-2');
    assert.deepEqual(names(), ['ready', 'reset', 'message']);
});

test('someone who is signed out is told so, and nothing more is tried', async () => {
    server.answers('GET /auth/me', { status: 401 });
    connect();
    server.ready('e-5');
    server.break();
    await clock.pass(120_000);
    assert.equal(states.at(-1), 'signed-out');
    assert.equal(server.streams.length, 1);
});

test('it is tried once more when the page is looked at again after signing out', async () => {
    server.answers('GET /auth/me', { status: 401 });
    const connection = connect();
    server.break();
    await settled();
    connection.wake();
    server.ready('e-5');
    assert.deepEqual(states, ['reconnecting', 'signed-out', 'open']);
});

test('too many requests: it waits as long as the server asks', async () => {
    server.answers('GET /auth/me', { status: 429, headers: { 'Retry-After': '7' } });
    connect();
    server.break();
    await clock.pass(6_999);
    assert.equal(server.streams.length, 1);
    await clock.pass(1);
    assert.equal(server.streams.length, 2);
});

test('when the network is back it does not sit out its wait', async () => {
    server.answers('GET /auth/me', { status: 0 });
    const connection = connect();
    server.ready('e-5');
    online = false;
    connection.networkChanged();
    assert.equal(states.at(-1), 'offline');
    online = true;
    connection.networkChanged();
    assert.equal(server.open.length, 1);
});

test('a room that is neither mine nor watched needs a new stream, one of mine does not', () => {
    const connection = connect({ watch: ['general'] });
    server.ready('e-5', { rooms: ['mine'] });
    connection.watch(['mine']);
    assert.equal(server.streams.length, 1);
    connection.watch(['mine', 'other']);
    assert.equal(query(server.open[0]).watch, 'mine,other');
});

test('of my removal I am told all, by a stream as by polling', async () => {
    const gone = [
        { id: 'e-6', event: 'member', data: { room_id: 'secret', user_id: 'ada', role: null } },
        { id: 'e-7', event: 'room', data: { room_id: 'secret', room: null } },
    ];
    connect();
    server.ready('e-5', { rooms: ['secret'] });
    for (const { id, event, data } of gone) server.send(event, data, id);
    assert.deepEqual(names(), ['ready', 'member', 'room']);

    events = [];
    server.answers('GET /chat/poll?html=1&cursor=e-5&wait=0', { body: { events: gone, cursor: 'e-7' } });
    server.answers('GET /chat/poll?html=1&cursor=e-7', null);
    connect();
    await clock.pass(4_000);
    assert.deepEqual(names(), ['member', 'room']);
});

test('when I leave a room that I look at, the stream is asked for it', () => {
    const connection = connect({ watch: ['general'] });
    server.ready('e-5', { rooms: ['general'] });
    connection.watch(['general']);
    server.send('member', { room_id: 'general', user_id: 'ada', role: null }, 'e-6');
    assert.equal(server.streams.length, 2);
    assert.equal(query(server.open[0]).cursor, 'e-6');
});
