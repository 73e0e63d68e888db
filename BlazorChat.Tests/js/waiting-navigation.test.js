import './fakes/dom.js';
import { mock, test } from 'node:test';
import assert from 'node:assert/strict';
import { server } from './fakes/room.js';

mock.timers.enable({ apis: ['setTimeout'] });
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
