import assert from 'node:assert/strict';
import { test } from 'node:test';
import './fakes/dom.js';
import { markCurrentRoom } from '../../BlazorChat.Web/wwwroot/js/page/current-room.js';

const HEIGHT = 400;
const ROW = 32;

/** A list of a hundred rooms, as far as it is about places. */
function draw(current, top = 0) {
    const links = Array.from({ length: 100 }, (_, i) => `<a data-room="r${i}"></a>`).join('');
    document.body.innerHTML = `<main data-me="ada" data-room="r${current}" data-cursor="1-1"></main><nav id="rooms"><div class="rooms-scroll">${links}</div></nav>`;
    const list = document.querySelector('.rooms-scroll');
    list.scrollTop = top;
    list.getClientRects = () => [{}];
    list.getBoundingClientRect = () => ({ top: 0, bottom: HEIGHT });
    [...list.children].forEach((link, i) => link.getBoundingClientRect = () => ({ top: i * ROW - list.scrollTop, bottom: (i + 1) * ROW - list.scrollTop }));
    return list;
}

test('a room beyond the edge comes into the middle, once', () => {
    const list = draw(50);
    markCurrentRoom();
    assert.equal(list.scrollTop, 50 * ROW + ROW / 2 - HEIGHT / 2);
    list.scrollTop = 0;
    markCurrentRoom();
    assert.equal(list.scrollTop, 0, 'somebody scrolled away');
});

test('one that is seen stays where it is', () => {
    const list = draw(3, 10);
    markCurrentRoom();
    assert.equal(list.scrollTop, 10);
});

test('the room on the screen is marked, and no other', () => {
    draw(3);
    document.querySelector('[data-room=r7]').setAttribute('aria-current', 'page');
    markCurrentRoom();
    assert.deepEqual([...document.querySelectorAll('[aria-current=page]')].map(link => link.dataset.room), ['r3']);
});
