import assert from 'node:assert/strict';
import { test } from 'node:test';
import { KEYS } from '../../BlazorChat.Web/wwwroot/js/page/keys.js';
import { acts } from '../../BlazorChat.Web/wwwroot/js/timeline/message-acts.js';
import { keysHere, shortcutOf } from '../../BlazorChat.Web/wwwroot/js/base/keyboard.js';

const CASES = [
    ['a letter', { key: 'r', code: 'KeyR' }, 'r'],
    ['a letter with Caps Lock', { key: 'R', code: 'KeyR', shiftKey: false }, 'r'],
    ['a letter with Shift', { key: 'X', code: 'KeyX', shiftKey: true }, 'shift x'],
    ['the same with Caps Lock, which makes it small', { key: 'x', code: 'KeyX', shiftKey: true }, 'shift x'],
    ['a letter where the layout has it, not where others do', { key: 'a', code: 'KeyQ' }, 'a'],
    ['a Cyrillic letter by its place', { key: 'л', code: 'KeyK' }, 'k'],
    ['a Greek capital by its place', { key: 'Χ', code: 'KeyX', shiftKey: true }, 'shift x'],
    ['what Option makes of a letter on a Mac', { key: 'å', code: 'KeyA' }, 'a'],
    ['a sign', { key: '+', code: 'Equal', shiftKey: true }, '+'],
    ['a sign of another alphabet, where no letter is', { key: 'ё', code: 'Backquote' }, 'ё'],
    ['a key without a sign', { key: 'ArrowUp', code: 'ArrowUp' }, 'ArrowUp'],
    ['a key of a keyboard that tells no place', { key: 'é' }, 'é'],
    ['an accent that waits for its letter', { key: 'Dead', code: 'KeyE' }, 'Dead'],
];

for (const [what, event, named] of CASES) test(`${what} is ${named}`, () => assert.equal(shortcutOf(event), named));

test('keys are called what is printed on them', () => {
    assert.equal(keysHere('Ctrl Shift X, Alt ↑', true), '⌘ ⇧ X, ⌥ ↑');
    assert.equal(keysHere('Ctrl Shift X', false), 'Ctrl Shift X');
});

test('a key does one thing to a message, and the list of keys says which', async () => {
    const keys = acts.map(({ key }) => key).filter(Boolean);
    const listed = KEYS['On a message'].map(([key]) => key.length === 1 ? key.toLowerCase() : key);
    assert.deepEqual([...listed].sort(), [...new Set([...keys, 'w'])].sort());
    assert.equal(new Set(keys).size, keys.length);
    assert.ok(!keys.includes('w') && !keys.includes('j'));
});
