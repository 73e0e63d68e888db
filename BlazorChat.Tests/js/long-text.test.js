import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foldLong, isLong, openLong, UNFOLD } from '../../BlazorChat.Web/wwwroot/js/timeline/long-text.js';

const article = () => elementFrom(`<chat-timeline><article><div class="text">...</div>${UNFOLD}</article></chat-timeline>`).firstElementChild;
const stateOf = one => [one.classList.contains('opened'), one.querySelector('.unfold').textContent, one.querySelector('.unfold').getAttribute('aria-expanded')];

test('lines count, and so does what is longer than a line', () => {
    assert.equal(isLong('a\n'.repeat(23)), false);
    assert.equal(isLong('a\n'.repeat(24)), true);
    assert.equal(isLong('a'.repeat(24 * 90)), false);
    assert.equal(isLong('a'.repeat(24 * 90 + 1)), true);
});

test('a long text is opened and folded', () => {
    const one = article();
    foldLong(one);
    assert.deepEqual(stateOf(one), [false, 'Show more', 'false']);
    one.querySelector('.unfold').click();
    assert.deepEqual(stateOf(one), [true, 'Show less', 'true']);
    one.querySelector('.unfold').click();
    assert.deepEqual(stateOf(one), [false, 'Show more', 'false']);
});

test('it stays open when the message is drawn again, and opens for those who are led to it', () => {
    const one = article();
    openLong(one);
    one.querySelector('.unfold').outerHTML = UNFOLD;
    foldLong(one);
    assert.deepEqual(stateOf(one), [true, 'Show less', 'true']);
});
