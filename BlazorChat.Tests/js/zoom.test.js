import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Zoom, fitted } from '../../BlazorChat.Web/wwwroot/js/files/zoom.js';

const frame = { width: 1000, height: 800 };

function zoomOn(picture) {
    const zoom = new Zoom();
    zoom.fit(frame, picture);
    return zoom;
}

const placeOf = ({ scale, x, y }) => [scale, Math.round(x) + 0, Math.round(y) + 0];

test('a picture is shown whole, and never larger than it is', () => {
    assert.deepEqual(fitted(frame, { width: 4000, height: 2000 }), { width: 1000, height: 500 });
    assert.deepEqual(fitted(frame, { width: 100, height: 1600 }), { width: 50, height: 800 });
    assert.deepEqual(fitted(frame, { width: 16, height: 16 }), { width: 16, height: 16 });
});

test('what is under the pointer stays there', () => {
    const zoom = zoomOn({ width: 1000, height: 800 });
    zoom.by(2, { x: 100, y: -50 });
    assert.deepEqual(placeOf(zoom), [2, -100, 50]);
    zoom.by(2, { x: 100, y: -50 });
    assert.deepEqual(placeOf(zoom), [4, -300, 150]);
});

test('it is not moved out of its frame', () => {
    const zoom = zoomOn({ width: 1000, height: 400 });
    zoom.by(2);
    zoom.move(9_999, 9_999);
    assert.deepEqual(placeOf(zoom), [2, 500, 0]);
});

test('going back to the whole brings it back to the middle', () => {
    const zoom = zoomOn({ width: 1000, height: 800 });
    zoom.by(4, { x: 300, y: 300 });
    zoom.by(0.01);
    assert.deepEqual(placeOf(zoom), [1, 0, 0]);
});

test('there is an end to enlarging', () => {
    const zoom = zoomOn({ width: 1000, height: 800 });
    for (let i = 0; i < 20; i++) zoom.by(2);
    assert.equal(zoom.scale, 8);
});
