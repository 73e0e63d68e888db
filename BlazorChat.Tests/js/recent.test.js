import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Recent } from '../../BlazorChat.Web/wwwroot/js/live/recent.js';

const event = position => ({ name: 'message', id: `e-${position}`, data: {} });
const ids = events => events.map(({ id }) => id);

test('a late listener hears what came after their page', () => {
    const recent = new Recent('e-5');
    [6, 7, 8].forEach(position => recent.add(event(position)));
    assert.deepEqual(ids(recent.since('e-6')), ['e-7', 'e-8']);
    assert.deepEqual(recent.since('e-8'), []);
});

test('what is never replayed is not kept', () => {
    const recent = new Recent('e-5');
    recent.add({ name: 'typing', id: null, data: {} });
    assert.deepEqual(recent.since('e-5'), []);
});

test('past its bound it says that it does not know', () => {
    const recent = new Recent('e-0');
    for (let position = 1; position <= 201; position++) recent.add(event(position));
    assert.equal(recent.since('e-0'), null);
    assert.equal(recent.since('e-1').length, 200);
});

test('after a reset it knows nothing of what was before', () => {
    const recent = new Recent('e-5');
    recent.add(event(6));
    recent.add({ name: 'reset', id: 'new-1', data: { cursor: 'new-1' } });
    recent.add({ name: 'message', id: 'new-2', data: {} });
    assert.equal(recent.since('e-5'), null);
    assert.deepEqual(ids(recent.since('new-1')), ['new-2']);
});
