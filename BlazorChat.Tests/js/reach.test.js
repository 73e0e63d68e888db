import './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWanted, wantNoMore } from '../../BlazorChat.Web/wwwroot/js/circuit/controls.js';
import { startReaching } from '../../BlazorChat.Web/wwwroot/js/circuit/reach.js';

document.body.innerHTML = '<a href="/">Before</a><button data-dialog="create"></button><div class="mud-dialog"><button></button></div>';
startReaching();

function focusFrom(element) {
    wantNoMore();
    document.querySelector('[data-dialog]').dispatchEvent(Object.assign(new Event('focusin', { bubbles: true }), { relatedTarget: element }));
    return isWanted();
}

test('who comes to a button by keyboard is about to ask for its dialog', () => assert.equal(focusFrom(document.querySelector('a')), true));

test('the focus that comes back from a dialog asks for no other one, so that the page is drawn again at once', () => {
    assert.equal(focusFrom(document.querySelector('.mud-dialog button')), false);
    assert.equal(focusFrom(null), false);
});

test('what comes to lie under a pointer that rests is not reached for, wherever the pointer was before', () => {
    const point = (name, x) => document.querySelector('[data-dialog]').dispatchEvent(Object.assign(new Event(name, { bubbles: true }), { screenX: x, screenY: 10 }));
    wantNoMore();
    document.querySelector('a').dispatchEvent(Object.assign(new Event('pointermove', { bubbles: true }), { screenX: 40, screenY: 10 }));
    point('pointerover', 40);
    assert.equal(isWanted(), false);
    point('pointerover', 41);
    assert.equal(isWanted(), true);
});
