import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextIn } from '../../BlazorChat.Web/wwwroot/js/page/roving.js';

const rows = [['general', 'options of general'], ['random', 'options of random'], ['browse']];

test('up and down lead to the beginning of another row', () => {
    assert.equal(nextIn('ArrowDown', rows, 'options of general'), 'random');
    assert.equal(nextIn('ArrowUp', rows, 'browse'), 'random');
});

test('left and right stay in the row', () => {
    assert.equal(nextIn('ArrowRight', rows, 'general'), 'options of general');
    assert.equal(nextIn('ArrowRight', rows, 'options of general'), undefined);
    assert.equal(nextIn('ArrowLeft', rows, 'options of random'), 'random');
});

test('a list ends at its ends', () => {
    assert.equal(nextIn('ArrowUp', rows, 'general'), undefined);
    assert.equal(nextIn('ArrowDown', rows, 'browse'), undefined);
    assert.equal(nextIn('Home', rows, 'browse'), 'general');
    assert.equal(nextIn('End', rows, 'general'), 'browse');
});

test('other keys are for others', () => assert.equal(nextIn('a', rows, 'general'), undefined));
