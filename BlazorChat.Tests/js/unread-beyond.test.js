import './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startUnreadBeyond } from '../../BlazorChat.Web/wwwroot/js/page/unread-beyond.js';

const ROW = 40;
const link = name => `<a id="${name}" class="room-link unread"><span class="badge">1</span></a>`;

// The list of rooms is three rows high, below a link to the threads.
HTMLElement.prototype.getBoundingClientRect = function () {
    if (this.matches('.rooms-scroll')) return { top: ROW, bottom: 4 * ROW, height: 3 * ROW };
    const at = [...document.querySelectorAll('a')].indexOf(this);
    return { top: at * ROW, bottom: (at + 1) * ROW };
};

const hints = () => [...document.querySelectorAll('[data-unread-beyond]:not([hidden])')].map(({ dataset }) => dataset.unreadBeyond);

async function begin(rooms) {
    document.body.innerHTML = `<nav id="rooms"><ul class="side-links"><li>${link('threads')}</li></ul><div class="rooms-scroll"><ul>${
        rooms.map(room => `<li>${link(room)}</li>`).join('')}</ul></div><button data-unread-beyond="above" hidden></button><button data-unread-beyond="below" hidden></button></nav>`;
    startUnreadBeyond();
    await new Promise(setImmediate);
    await new Promise(setImmediate);
}

test('rooms that can be seen, and threads, are none beyond the list', async () => {
    await begin(['a', 'b', 'c']);
    assert.deepEqual(hints(), []);
});

test('unread rooms below its edge are hinted at', async () => {
    await begin(['a', 'b', 'c', 'd']);
    assert.deepEqual(hints(), ['below']);
});
