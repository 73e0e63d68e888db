import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stepTo } from '../../BlazorChat.Web/wwwroot/js/page/menu-keys.js';

test('the first arrow down leads to the second choice', () => assert.equal(stepTo('ArrowDown', 0, 3), 1));

test('arrows go round', () => {
    assert.equal(stepTo('ArrowDown', 2, 3), 0);
    assert.equal(stepTo('ArrowUp', 0, 3), 2);
});

test('Home and End lead to both ends', () => assert.deepEqual([stepTo('Home', 1, 3), stepTo('End', 1, 3)], [0, 2]));

test('other keys move nothing', () => assert.equal(stepTo('Tab', 0, 3), null));
