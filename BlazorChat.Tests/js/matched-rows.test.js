import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementFrom } from './fakes/dom.js';
import { matchChildren } from '../../BlazorChat.Web/wwwroot/js/base/matched-rows.js';

const list = (...rows) => elementFrom(`<ul>${rows.map(row => `<li id="${row.split(' ')[0]}">${row}</li>`).join('')}</ul>`);
const texts = element => [...element.children].map(({ textContent }) => textContent);
const match = (element, fresh) => matchChildren(element, fresh, ({ id }) => id, (kept, now) => kept.textContent === now.textContent);

test('rows come, go, move and change, and those that stay are the same elements', () => {
    for (const [before, after, stay] of [
        [[], ['a', 'b'], []],
        [['a', 'b'], [], []],
        [['a', 'b', 'c'], ['a', 'b', 'c'], ['a', 'b', 'c']],
        [['a', 'c'], ['a', 'b', 'c'], ['a', 'c']],
        [['a', 'b', 'c'], ['c', 'a', 'b'], ['a', 'b', 'c']],
        [['a', 'b', 'c'], ['b', 'd'], ['b']],
        [['a', 'b', 'c'], ['a', 'b new', 'c'], ['a', 'c']],
    ]) {
        const element = list(...before);
        const known = Object.fromEntries([...element.children].map(child => [child.id, child]));
        match(element, list(...after));
        assert.deepEqual(texts(element), after);
        assert.deepEqual([...element.children].filter(child => known[child.id] === child).map(({ id }) => id).sort(), stay);
    }
});

test('what stays in its place is not moved: a click on it may be under way', () => {
    const element = list('a', 'b', 'c');
    const moved = [];
    const insert = element.insertBefore.bind(element);
    element.insertBefore = (one, at) => {
        moved.push(one.id);
        return insert(one, at);
    };
    match(element, list('new', 'a', 'b new', 'c'));
    assert.deepEqual(moved, ['new', 'b']);
});
