import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goToRoom } from '../../BlazorChat.Web/wwwroot/js/base/walking.js';

globalThis.Blazor = { navigateTo: () => document.dispatchEvent(new Event('page-updated')) };
document.body.replaceChildren(...['<div class="conversation"><chat-composer><textarea></textarea></chat-composer></div>', '<button></button>', '<input>'].map(elementFrom));

function goFrom(selector) {
    document.querySelector(selector)?.focus();
    goToRoom('harbour');
    return document.activeElement.localName;
}

test('who goes to a room writes there, wherever the focus was, unless they type elsewhere by then', () => {
    assert.equal(goFrom('button'), 'textarea');
    document.activeElement.blur();
    assert.equal(goFrom('.nothing'), 'textarea');
    assert.equal(goFrom('input'), 'input');
});
