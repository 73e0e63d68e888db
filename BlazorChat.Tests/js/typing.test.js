import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Typing } from '../../BlazorChat.Web/wwwroot/js/composer/typing.js';

let time, told, typing;

beforeEach(() => {
    [time, told] = [0, []];
    typing = new Typing('general', body => told.push(body), () => time);
});

test('the room is told at the first letter', () => {
    typing.goesOn();
    assert.deepEqual(told, [{ room_id: 'general', is_typing: true }]);
});

test('and then every three seconds at most', () => {
    for (time = 0; time <= 6_000; time += 500) typing.goesOn();
    assert.equal(told.length, 3);
});

test('stopping is told once, and only after having begun', () => {
    typing.stops();
    typing.goesOn();
    typing.stops();
    typing.stops();
    assert.deepEqual(told.map(({ is_typing }) => is_typing), [true, false]);
});
