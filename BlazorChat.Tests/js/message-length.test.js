import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBlank, lengthOf, measure, withoutBlankEnds } from '../../BlazorChat.Web/wwwroot/js/composer/message-length.js';

test('an emoji outside the basic plane counts once', () => assert.equal(lengthOf('👍'), 1));

test('a joined family counts its code points, as the server does', () => assert.equal(lengthOf('👩‍💻'), 3));

test('blank ends do not count, an indentation does, line breaks count once', () => assert.equal(lengthOf('\n  a\r\nb \n'), 5));

test('pasted code keeps the indentation of its first line', () => {
    assert.equal(withoutBlankEnds('\r\n \t\n    if (x)\n        y();\n\n  '), '    if (x)\n        y();');
    assert.equal(withoutBlankEnds('  a'), '  a');
    assert.equal(withoutBlankEnds(' \n \n'), '');
});

test('nothing is said while there is plenty', () => assert.deepEqual(measure('x'.repeat(899), 1000), { words: '', tooLong: false }));

test('from nine tenths on it says how much is left', () => {
    assert.deepEqual(measure('x'.repeat(900), 1000), { words: '100 characters left', tooLong: false });
    assert.deepEqual(measure('x'.repeat(999), 1000), { words: '1 character left', tooLong: false });
    assert.deepEqual(measure('x'.repeat(1000), 1000), { words: '0 characters left', tooLong: false });
});

test('past the limit it is too long', () => assert.deepEqual(measure('x'.repeat(1003), 1000), { words: '3 characters too many to send', tooLong: true }));

test('what cannot be seen is nothing to send', () => {
    for (const text of ['', ' \n\t', '\u3164', '\u115f\u2800', '\u200b\u2060\ufeff']) assert.equal(isBlank(text), true);
    for (const text of ['a', '.', '❤️', ' \n👩‍💻', 'ㄱ']) assert.equal(isBlank(text), false);
});
