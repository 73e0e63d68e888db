import { click, elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { settled } from './fakes/clock.js';
import { articles } from './fakes/messages.js';
import { Room } from './fakes/room.js';
import { startJumps } from '../../BlazorChat.Web/wwwroot/js/timeline/jumps.js';

mock.timers.enable({ apis: ['setTimeout', 'Date'] });
startJumps();

afterEach(() => document.body.replaceChildren());

/** What the browser does when somebody goes back or forward to an entry of this page. */
async function pop(state) {
    history.replaceState(state, '');
    dispatchEvent(new Event('popstate'));
    await settled();
}

/** Follows a link to a message. @returns {Promise<[left: object, entered: object]>} the states of both entries */
async function jump(id) {
    const states = [];
    const { replaceState, pushState } = history;
    history.replaceState = state => states.push(state);
    history.pushState = state => states.push(state);
    const link = elementFrom(`<a href="/room/general#message-${id}">It</a>`);
    document.body.append(link);
    click(link);
    await settled();
    Object.assign(history, { replaceState, pushState });
    return states;
}

test('the way back leads to where one was before one followed a link, and the one forward to its message', async () => {
    const room = await Room.open(articles(1, 30));
    await room.scrollTo(-900);
    const [was] = [room.inView];
    mock.timers.tick(1_000);
    const [left, entered] = await jump('m3');
    assert.equal(document.activeElement, room.find(3));
    assert.notDeepEqual(room.inView, was);

    await pop(left);
    assert.deepEqual(room.inView, was);
    await pop(entered);
    assert.equal(document.activeElement, room.find(3));
});

test('who was at the end comes back to the end, and a pane that closes moves nothing', async () => {
    const room = await Room.open(articles(1, 30));
    mock.timers.tick(1_000);
    const [left, entered] = await jump('m3');
    const there = room.inView;
    await room.scrollTo(-1_200);
    const further = room.inView;
    assert.notDeepEqual(there, further);
    await pop({ ...entered, pane: 'rooms' });
    await pop(entered);
    assert.deepEqual(room.inView, further);
    await pop(left);
    assert.equal(room.timeline.scrollTop, 0);
});
