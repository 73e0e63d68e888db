import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { NextFrame } from '../../BlazorChat.Web/wwwroot/js/base/next-frame.js';

let frames, times, next;

beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    frames = new Map();
    globalThis.requestAnimationFrame = act => frames.set(frames.size + 1, act) && frames.size;
    globalThis.cancelAnimationFrame = id => frames.delete(id);
    times = 0;
    next = new NextFrame(() => times++);
});

afterEach(() => mock.timers.reset());

const draw = () => {
    const due = [...frames.values()];
    frames.clear();
    due.forEach(act => act());
};

test('once a frame, however often it is asked for', () => {
    for (let i = 0; i < 3; i++) next.ask();
    assert.equal(times, 0);
    draw();
    assert.equal(times, 1);
    mock.timers.tick(1_000);
    draw();
    assert.equal(times, 1);
});

test('again after a rest, if it is asked for again', () => {
    next.ask();
    draw();
    next.ask();
    draw();
    assert.equal(times, 1);
    mock.timers.tick(100);
    draw();
    assert.equal(times, 2);
});

test('without a rest, if it is asked for so', () => {
    next.ask();
    draw();
    next.ask();
    next.askAtOnce();
    draw();
    assert.equal(times, 2);
    mock.timers.tick(1_000);
    draw();
    assert.equal(times, 2);
});

test('where no frame comes, a moment later', () => {
    next.ask();
    mock.timers.tick(250);
    draw();
    assert.equal(times, 1);
});

test('not at all once it is called off', () => {
    next.ask();
    next.cancel();
    draw();
    mock.timers.tick(1_000);
    assert.equal(times, 0);
});
