import assert from 'node:assert/strict';
import { test } from 'node:test';
import './fakes/dom.js';
import { keeping } from '../../BlazorChat.Web/wwwroot/js/circuit/kept.js';

const PAGE = `<nav class="rooms"><button aria-label="New room"></button><input id="room-filter"><div class="rooms-scroll"><a href="room/a"></a><a href="room/b"></a>
    <button aria-label="Options"></button><button aria-label="Options"></button></div></nav><aside class="members"><div class="members-scroll"></div></aside>`;

const focused = [];

function begin(selector) {
    focused.length = 0;
    document.body.innerHTML = PAGE;
    Object.defineProperty(document, 'activeElement', { configurable: true, value: document.querySelectorAll(selector)[0] });
}

const drawAgain = () => {
    document.body.innerHTML = PAGE;
    for (const element of document.querySelectorAll('a, button, input')) element.focus = () => focused.push(element);
};

test('lists stay where they were scrolled to, also where only one of them was', () => {
    begin('body');
    document.querySelector('.members-scroll').scrollTop = 700;
    keeping(drawAgain);
    assert.equal(document.querySelector('.members-scroll').scrollTop, 700);
    assert.ok(!document.querySelector('.rooms-scroll').scrollTop);
});

test('what was typed stays, and the circuit is told', () => {
    begin('#room-filter');
    const before = document.querySelector('#room-filter');
    Object.assign(before, { value: 'harb', selectionStart: 2, selectionEnd: 3 });
    let told = '';
    document.addEventListener('input', ({ target }) => told = target.value, { once: true });
    let selected;
    keeping(() => {
        drawAgain();
        document.querySelector('#room-filter').setSelectionRange = (...range) => selected = range;
    });
    assert.deepEqual([document.querySelector('#room-filter').value, told, selected, focused[0]?.id], ['harb', 'harb', [2, 3], 'room-filter']);
});

test('the focus stays on the same link or button', () => {
    begin('a[href="room/b"]');
    keeping(drawAgain);
    assert.equal(focused[0]?.getAttribute('href'), 'room/b');
    begin('.rooms-scroll button');
    keeping(drawAgain);
    assert.equal(focused[0], document.querySelector('.rooms-scroll button'));
});

test('a focus that is elsewhere, or whose element stayed, is left alone', () => {
    begin('body');
    keeping(drawAgain);
    begin('a[href="room/b"]');
    keeping(() => {});
    assert.deepEqual(focused, []);
});
