import assert from 'node:assert/strict';
import { test } from 'node:test';
import { viewerOf } from '../../BlazorChat.Web/wwwroot/js/timeline/viewer.js';

test('what the viewer may do is what the page says now', () => {
    const dataset = { me: 'u1', username: 'ada', mayPost: 'true', mayModerate: 'false' };
    const viewer = viewerOf(dataset);
    assert.deepEqual([viewer.mayPost, viewer.mayModerate], [true, false]);
    Object.assign(dataset, { mayPost: 'false', mayModerate: 'true' });
    assert.deepEqual([viewer.mayPost, viewer.mayModerate], [false, true]);
});
