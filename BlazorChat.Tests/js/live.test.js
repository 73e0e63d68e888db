import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Live } from '../../BlazorChat.Web/wwwroot/js/live/live.js';
import { FakeBrowser } from './fakes/browser.js';
import { FakeClock, settled } from './fakes/clock.js';
import { FakeServer } from './fakes/server.js';

let clock, server, browser;

beforeEach(() => {
    [clock, server, browser] = [new FakeClock(), new FakeServer(), new FakeBrowser()];
});

async function openTab({ user = 'ada', cursor = 'e-5', watch = 'general', shared = true } = {}) {
    const tab = browser.tab();
    const { locks, openChannel } = shared ? tab : {};
    const live = new Live({
        ...clock, fetch: server.fetch, EventSource: server.EventSource, eventNames: server.eventNames, random: () => 1, isOnline: () => true, locks, openChannel,
    });
    const heard = [];
    live.subscribe(({ id }) => id && heard.push(id));
    live.start({ user, cursor, watch });
    await settled();
    return { tab, live, heard };
}

const query = stream => Object.fromEntries(new URL(stream.address, 'http://chat').searchParams);
const missed = (...ids) => ({
    body: { events: ids.map(id => ({ id, event: 'message', data: { room_id: 'general' } })), cursor: ids.at(-1), has_more: false },
});

test('all tabs of a browser share one stream, and all hear what it brings', async () => {
    const [one, two] = [await openTab(), await openTab()];
    server.ready('e-5');
    server.message('e-6');
    await settled();
    assert.equal(server.streams.length, 1);
    assert.deepEqual([one.heard, two.heard], [['e-6'], ['e-6']]);
    assert.deepEqual([one.live.state, two.live.state], ['open', 'open']);
});

test('another user signed in in the same browser has a stream of their own', async () => {
    await openTab({ user: 'ada' });
    await openTab({ user: 'grace' });
    assert.equal(server.open.length, 2);
});

test('where tabs cannot talk to each other each has its own', async () => {
    await openTab({ shared: false });
    await openTab({ shared: false });
    assert.equal(server.open.length, 2);
});

test('when the leading tab closes, another goes on from the last that it heard', async () => {
    const [one, two] = [await openTab(), await openTab()];
    server.ready('e-5');
    server.message('e-6');
    await settled();
    server.streams[0].close();
    one.tab.close();
    await settled();
    assert.equal(query(server.open[0]).cursor, 'e-6');
    server.ready('e-6');
    server.message('e-7');
    assert.deepEqual(two.heard, ['e-6', 'e-7']);
});

test('the next leader watches what every tab looks at, from its first moment', async () => {
    const one = await openTab({ watch: 'general' });
    await openTab({ watch: 'lobby' });
    await openTab({ watch: 'garden' });
    one.tab.close();
    server.streams.forEach(stream => stream.close());
    await settled();
    assert.deepEqual(query(server.open[0]).watch.split(',').sort(), ['garden', 'general', 'lobby']);
});

test('a tab that looks at another room makes the leader watch it, too', async () => {
    await openTab({ watch: 'general' });
    server.ready('e-5', { rooms: [] });
    await openTab({ watch: 'lobby' });
    assert.equal(server.open.length, 1);
    assert.deepEqual(query(server.open[0]).watch, 'general,lobby');
});

test('a tab whose page is older than the stream fetches what lies between, before what comes after', async () => {
    await openTab();
    server.ready('e-5', { rooms: ['general'] });
    for (const id of ['e-6', 'e-7']) server.message(id);
    let answer;
    server.answers('GET /chat/poll', () => new Promise(resolve => (answer = resolve)));
    const late = await openTab({ cursor: 'e-5' });
    server.message('e-8');
    await settled();
    assert.deepEqual(late.heard, []);
    assert.equal(server.asked('GET /chat/poll')[0].url, '/chat/poll?html=1&cursor=e-5&watch=general&wait=0');
    answer(missed('e-6', 'e-7'));
    await settled();
    assert.deepEqual(late.heard, ['e-6', 'e-7', 'e-8']);
});

test('what was fetched and comes live as well is told once', async () => {
    await openTab();
    server.ready('e-5', { rooms: ['general'] });
    server.message('e-6');
    server.answers('GET /chat/poll', missed('e-6', 'e-7'));
    const late = await openTab();
    server.message('e-7');
    server.message('e-8');
    await settled();
    assert.deepEqual(late.heard, ['e-6', 'e-7', 'e-8']);
});

test('a page that is newer than the stream hears only what comes after it', async () => {
    await openTab();
    server.ready('e-5', { rooms: ['general'] });
    const late = await openTab({ cursor: 'e-7' });
    for (const id of ['e-6', 'e-7', 'e-8']) server.message(id);
    await settled();
    assert.deepEqual(late.heard, ['e-8']);
});

test('the gap is asked for until it is answered: going on would lose messages', async () => {
    await openTab();
    server.ready('e-5', { rooms: ['general'] });
    server.message('e-6');
    server.answers('GET /chat/poll', { status: 503 });
    const late = await openTab();
    server.answers('GET /chat/poll', missed('e-6'));
    await clock.pass(500);
    assert.deepEqual(late.heard, ['e-6']);
});

test('a room shown later is brought up to date from the cursor of its own page', async () => {
    const { live } = await openTab();
    server.ready('e-5', { rooms: ['general'] });
    for (const id of ['e-6', 'e-7']) server.message(id);
    server.answers('GET /chat/poll', missed('e-7'));
    live.watch('lobby');
    const heard = [];
    live.subscribe(({ id }) => id && heard.push(id), 'e-6');
    await settled();
    assert.equal(query(server.open[0]).watch, 'lobby');
    server.ready('e-7');
    server.message('e-8');
    assert.deepEqual(heard, ['e-7', 'e-8']);
});

test('a leader that the system has suspended is replaced by the tab that is looked at', async () => {
    const [one, two] = [await openTab(), await openTab()];
    server.ready('e-5');
    server.message('e-6');
    await settled();
    one.tab.suspended = true;
    two.live.wake();
    await clock.pass(3_000);
    assert.equal(server.streams.length, 2);
    assert.equal(query(server.streams[1]).cursor, 'e-6');
});

test('a tab that was replaced follows, and closes its stream', async () => {
    const [one, two] = [await openTab(), await openTab()];
    server.ready('e-5');
    await settled();
    one.tab.suspended = true;
    two.live.wake();
    await clock.pass(3_000);
    one.tab.suspended = false;
    await clock.pass(3_000);
    assert.equal(server.open.length, 1);
    server.ready('e-5');
    server.message('e-6');
    await settled();
    assert.deepEqual([one.heard, two.heard], [['e-6'], ['e-6']]);
});

test('a tab opened after signing in again wakes the line that had ended', async () => {
    await openTab();
    server.answers('GET /auth/me', { status: 401 });
    server.break();
    await settled();
    const back = await openTab();
    assert.equal(server.open.length, 1);
    server.ready('e-5');
    await settled();
    assert.equal(back.live.state, 'open');
});
