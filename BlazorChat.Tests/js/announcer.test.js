import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { tell } from '../../BlazorChat.Web/wwwroot/js/base/announcer.js';

mock.timers.enable({ apis: ['setTimeout'] });
document.body.append(elementFrom('<div id="announcer" role="status"></div>'));
const said = () => document.getElementById('announcer').textContent;

test('what comes in a burst is told together: the first three, and how many more', () => {
    for (const text of ['one', 'two', 'three', 'four', 'five']) tell(text);
    assert.equal(said(), '');
    mock.timers.tick(1_000);
    assert.equal(said(), 'one\ntwo\nthree\nand 2 more');
});

test('a text is made only if it is told', () => {
    const made = [];
    for (const text of ['one', 'two', 'three', 'four']) tell(() => (made.push(text), text));
    mock.timers.tick(1_000);
    assert.deepEqual(made, ['one', 'two', 'three']);
    assert.equal(said(), 'one\ntwo\nthree\nand 1 more');
});
