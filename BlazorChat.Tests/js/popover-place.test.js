import './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { placeBeside } from '../../BlazorChat.Web/wwwroot/js/base/popover-place.js';

Object.assign(globalThis, { innerWidth: 1440, innerHeight: 900, matchMedia: () => ({ matches: false }) });

/** Of a popover 300 high, beside what stands at this height. */
function topAt(top, side) {
    const popover = { offsetWidth: 200, offsetHeight: 300, style: {} };
    placeBeside(popover, { getBoundingClientRect: () => ({ left: 700, right: 740, top, bottom: top + 40 }) }, 'end', side);
    return Number.parseInt(popover.style.top, 10);
}

test('it stands on the side that is wanted where there is room for it, else on the other one, and always in the window', () => {
    assert.deepEqual([topAt(400, 'above'), topAt(400, 'below')], [94, 446]);
    assert.deepEqual([topAt(100, 'above'), topAt(100, 'below')], [146, 146]);
    assert.deepEqual([topAt(800, 'above'), topAt(800, 'below')], [494, 494]);
    globalThis.innerHeight = 320;
    assert.deepEqual([topAt(200, 'above'), topAt(200, 'below')], [14, 14]);
});
