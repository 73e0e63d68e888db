import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import '../../BlazorChat.Web/wwwroot/js/first.js';

/** @returns {boolean} whether the browser sends it */
function press(form, at) {
    const event = new Event('submit', { bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: at });
    return form.dispatchEvent(event);
}

function shown(html) {
    const form = elementFrom(html);
    document.body.replaceChildren(form);
    return form;
}

test('a form whose button is pressed twice is sent once', () => {
    const form = shown('<form method="post"></form>');
    assert.deepEqual([press(form, 1_000), press(form, 1_200), press(form, 3_000)], [true, false, false]);
});

test('what did not get through can be sent again', () => {
    const form = shown('<form method="post"></form>');
    assert.deepEqual([press(form, 1_000), press(form, 6_000)], [true, true]);
});

test('one may search as often as one likes', () => {
    const form = shown('<form method="get"></form>');
    assert.deepEqual([press(form, 1_000), press(form, 1_200)], [true, true]);
});

test('what a script sends by itself does not count', () => {
    const form = shown('<form method="post"></form>');
    form.addEventListener('submit', event => event.preventDefault(), { once: true });
    assert.deepEqual([press(form, 1_000), press(form, 1_200)], [false, true]);
});
