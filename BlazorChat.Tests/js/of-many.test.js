import assert from 'node:assert/strict';
import { test } from 'node:test';
import './fakes/dom.js';
import { isOfMany, Seldom } from '../../BlazorChat.Web/wwwroot/js/around/of-many.js';

test('a page of many members is drawn again soon after a calm time, and seldom while many come and go', () => {
    const [timers, done] = [[], []];
    let now = 100_000;
    const seldom = new Seldom(() => done.push(now), { setTimeout: (act, ms) => timers.push({ act, ms }), random: () => 0.5, now: () => now });
    for (let i = 0; i < 5; i++) seldom.outdated();
    assert.deepEqual([timers.map(({ ms }) => ms), done], [[1_500], []]);
    now += 1_500;
    timers[0].act();
    assert.deepEqual(done, [101_500]);
    now += 5_000;
    seldom.outdated();
    assert.deepEqual(timers.map(({ ms }) => ms), [1_500, 15_000 + 10_000]);
});

test('a list that was cut is one of many', () => {
    document.body.innerHTML = '<div id="members"><div class="members-scroll"></div></div>';
    assert.equal(isOfMany(), false);
    document.querySelector('.members-scroll').dataset.cut = '';
    assert.equal(isOfMany(), true);
});
