import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthOf, measure } from '../../BlazorChat.Web/wwwroot/js/composer/message-length.js';

test('an emoji outside the basic plane counts once', () => assert.equal(lengthOf('👍'), 1));

test('a joined family counts its code points, as the server does', () => assert.equal(lengthOf('👩‍💻'), 3));

test('blank ends do not count, an indentation does, line breaks count once', () => assert.equal(lengthOf('\n  a\r\nb \n'), 5));

test('nothing is said while there is plenty', () => assert.deepEqual(measure('x'.repeat(899), 1000), { words: '', tooLong: false }));

test('from nine tenths on it says how much is left', () => {
    assert.deepEqual(measure('x'.repeat(900), 1000), { words: '100 characters left', tooLong: false });
    assert.deepEqual(measure('x'.repeat(999), 1000), { words: '1 character left', tooLong: false });
    assert.deepEqual(measure('x'.repeat(1000), 1000), { words: '0 characters left', tooLong: false });
});

test('past the limit it is too long', () => assert.deepEqual(measure('x'.repeat(1003), 1000), { words: '3 characters too many to send', tooLong: true }));
