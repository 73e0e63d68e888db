import assert from 'node:assert/strict';
import { test } from 'node:test';
import './fakes/dom.js';
import { faceOf, hueOf } from '../../BlazorChat.Web/wwwroot/js/base/faces.js';

test('colours are those of the server', () => {
    // Initial.HueOf of the same ids.
    assert.deepEqual(['ada', 'a', ''].map(hueOf), [163, 340, 61]);
});

test('a face that the page does not have is drawn as the server draws it', () => {
    const face = faceOf({ user_id: 'ada', username: 'ada', display_name: 'Ada Lovelace' });
    assert.deepEqual([face.className, face.textContent, face.dataset.faceOf], ['avatar', 'AL', 'ada']);
    assert.equal(faceOf({ user_id: 'ada', username: 'ada', avatar_url: '/chat/avatars/ada' }).querySelector('img').getAttribute('src'), '/chat/avatars/ada');
});

test('one that the page has is copied', () => {
    document.body.innerHTML = '<span class="avatar" style="--hue: 7" data-face-of="ada">A</span>';
    assert.equal(faceOf({ user_id: 'ada', username: 'other' }).textContent, 'A');
});
