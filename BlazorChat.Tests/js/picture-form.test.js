import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wrongWith } from '../../BlazorChat.Web/wwwroot/js/people/picture-form.js';

test('a picture that can be read has nothing wrong with it', () => {
    for (const type of ['image/png', 'image/jpeg', 'image/webp', 'image/gif'])
        assert.equal(wrongWith({ type, size: 2 * 1024 * 1024 }), '');
});

test('what is no picture, or too large a one, is refused before it is sent', () => {
    assert.match(wrongWith({ type: 'application/pdf', size: 1 }), /no picture/);
    assert.match(wrongWith({ type: 'image/svg+xml', size: 1 }), /no picture/);
    assert.match(wrongWith({ type: 'image/png', size: 2 * 1024 * 1024 + 1 }), /too large/);
});
