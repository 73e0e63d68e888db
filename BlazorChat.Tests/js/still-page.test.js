import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import './fakes/dom.js';
import { awaitUnmuting } from '../../BlazorChat.Web/wwwroot/js/around/still-page.js';

let ended;

beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: 1_000_000 });
    ended = 0;
});
afterEach(() => mock.timers.reset());

const muted = until => document.body.innerHTML = `<chat-composer ${until ? `data-muted-until="${until}"` : ''}></chat-composer>`;

test('the page is looked at again when a mute is over', () => {
    muted(1_060_000);
    awaitUnmuting(() => ended++);
    mock.timers.tick(60_000);
    assert.equal(ended, 0);
    mock.timers.tick(1_000);
    assert.equal(ended, 1);
});

test('a mute that is lifted or made longer is awaited no more', () => {
    muted(1_060_000);
    awaitUnmuting(() => ended++);
    muted(0);
    document.dispatchEvent(new Event('page-updated'));
    mock.timers.tick(120_000);
    assert.equal(ended, 0);
});

test('one of years ends no earlier', () => {
    muted(1_000_000 + 10 * 365 * 86_400_000);
    awaitUnmuting(() => ended++);
    mock.timers.tick(86_400_000);
    assert.equal(ended, 0);
});
