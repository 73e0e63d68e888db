import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isNewer } from '../../BlazorChat.Web/wwwroot/js/live/cursor.js';

test('a higher position is newer, by number and not by letters', () => {
    assert.ok(isNewer('epoch-10', 'epoch-9'));
    assert.ok(!isNewer('epoch-9', 'epoch-10'));
});

test('the same position is not newer', () => assert.ok(!isNewer('epoch-9', 'epoch-9')));

test('an epoch may hold dashes', () => assert.ok(isNewer('a-b-2', 'a-b-1')));

test('everything of another epoch is new', () => assert.ok(isNewer('restored-1', 'epoch-900')));

test('anything is newer than nothing, and nothing is newer than anything', () => {
    assert.ok(isNewer('epoch-1', null));
    assert.ok(!isNewer(null, 'epoch-1'));
});
