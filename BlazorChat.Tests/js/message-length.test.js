import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lengthOf, measure } from '../../BlazorChat.Web/wwwroot/js/composer/message-length.js';

test('an emoji outside the basic plane counts once', () => assert.equal(lengthOf('👍'), 1));

test('a joined family counts its code points, as the server does', () => assert.equal(lengthOf('👩‍💻'), 3));

test('white space at the ends does not count, line breaks count once', () => assert.equal(lengthOf('  a\r\nb \n'), 3));

test('nothing is said while there is plenty', () => assert.deepEqual(measure('x'.repeat(899), 1000), { left: null, tooLong: false }));

test('from nine tenths on it says how much is left', () => {
    assert.deepEqual(measure('x'.repeat(900), 1000), { left: 100, tooLong: false });
    assert.deepEqual(measure('x'.repeat(1000), 1000), { left: 0, tooLong: false });
});

test('past the limit it is too long', () => assert.deepEqual(measure('x'.repeat(1003), 1000), { left: -3, tooLong: true }));
