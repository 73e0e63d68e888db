import assert from 'node:assert/strict';
import { test } from 'node:test';
import './fakes/dom.js';
import { isOfMany, Seldom } from '../../BlazorChat.Web/wwwroot/js/around/of-many.js';

test('a page of many members is drawn again once, after twenty to forty seconds', () => {
    const [timers, done] = [[], []];
    const seldom = new Seldom(() => done.push('drawn'), { setTimeout: (act, ms) => timers.push({ act, ms }), random: () => 0.5 });
    for (let i = 0; i < 5; i++) seldom.outdated();
    assert.deepEqual([timers.map(({ ms }) => ms), done], [[30_000], []]);
    timers[0].act();
    assert.deepEqual(done, ['drawn']);
    seldom.outdated();
    assert.equal(timers.length, 2);
});

test('a list that was cut is one of many', () => {
    document.body.innerHTML = '<div id="members"><div class="members-scroll"></div></div>';
    assert.equal(isOfMany(), false);
    document.querySelector('.members-scroll').dataset.cut = '';
    assert.equal(isOfMany(), true);
});
