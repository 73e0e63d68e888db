import { click } from './fakes/dom.js';
import { mock, test } from 'node:test';
import assert from 'node:assert/strict';
import { articles } from './fakes/messages.js';
import { Room, server } from './fakes/room.js';

mock.timers.enable({ apis: ['setTimeout'] });
globalThis.Blazor = { navigateTo() {} };
const { startWaitingNavigation } = await import('../../BlazorChat.Web/wwwroot/js/page/waiting-navigation.js');

const { history } = document.defaultView;
const fail = reason => {
    const event = new Event('unhandledrejection', { cancelable: true });
    event.reason = reason;
    dispatchEvent(event);
    return event.defaultPrevented;
};

test('a page that a form or a script asked for in vain is waited for, too', () => {
    const goals = [];
    startWaitingNavigation(goal => goals.push(goal && [goal.href, goal.state]));
    assert.equal(fail(new TypeError('Failed to fetch')), false); // nobody went anywhere
    history.pushState(null, '', '/room/general?side=search&q=release');
    assert.equal(fail(new RangeError('Something else')), false);
    assert.equal(fail(new TypeError('Failed to fetch')), true);
    assert.deepEqual(goals, [['http://chat/room/general?side=search&q=release', 'waiting']]);
    document.dispatchEvent(new Event('page-updated'));
    assert.equal(goals.at(-1), null);
    assert.equal(server.requests.length, 0);
});

test('while a page is asked for, and no longer, the page says so', () => {
    const isOpening = () => document.documentElement.hasAttribute('data-opening');
    history.pushState(null, '', '/room/general?side=threads');
    dispatchEvent(new Event('popstate'));
    assert.equal(isOpening(), true);
    mock.timers.tick(2_000);
    assert.equal(isOpening(), true);
    document.dispatchEvent(new Event('page-updated'));
    assert.equal(isOpening(), false);
    history.pushState(null, '', '/room/general');
    dispatchEvent(new Event('popstate'));
    assert.equal(fail(new TypeError('Failed to fetch')), true);
    assert.equal(isOpening(), false); // it waits for the line, and says that in words
});

test('a message of the room on the screen is led to by its timeline: no page is waited for', async () => {
    await Room.open(articles(1, 3));
    document.body.insertAdjacentHTML('beforeend', `<a id="here" href="/room/general?side=search&q=release&tz=UTC#message-7">It</a>
        <a id="elsewhere" href="/room/harbour#message-7">It</a>`);
    history.pushState(null, '', '/room/general?side=search&tz=UTC&q=release');
    document.dispatchEvent(new Event('page-updated'));
    const isOpening = () => document.documentElement.hasAttribute('data-opening');
    document.addEventListener('click', event => event.preventDefault());
    click(document.querySelector('#here'));
    assert.equal(isOpening(), false);
    click(document.querySelector('#elsewhere'));
    assert.equal(isOpening(), true);
});
