import './fakes/dom.js';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { MessageOrder } from '../../BlazorChat.Web/wwwroot/js/timeline/message-order.js';
import { article, articles } from './fakes/messages.js';

let order;
const add = one => {
    order.add(one);
    order.note(one);
    return one;
};
const unsent = () => {
    const one = article(99);
    delete one.dataset.number;
    delete one.dataset.id;
    return one;
};
const numbers = () => order.all.map(({ dataset }) => dataset.number ?? 'unsent');

beforeEach(() => (order = new MessageOrder()));

test('by their numbers, and what is on its way last', () => {
    add(unsent());
    for (const number of [3, 1, 2]) add(article(number));
    assert.deepEqual(numbers(), ['1', '2', '3', 'unsent']);
    assert.deepEqual([order.oldest.dataset.id, order.newest.dataset.id], ['m1', 'm3']);
});

test('where nothing is stored there is neither an oldest nor a newest', () => {
    add(unsent());
    assert.deepEqual([order.oldest, order.newest], [null, null]);
});

test('found by id and by number, until they go', () => {
    articles(1, 5).forEach(add);
    assert.deepEqual([order.find('m2').dataset.number, order.numbered(3).dataset.id, order.numbered(9)], ['2', 'm3', null]);
    order.cut(1, 3);
    assert.deepEqual([numbers(), order.find('m2'), order.numbered(3)], [['1', '4', '5'], null, null]);
});

test('one that is stored by now is no longer in its place', () => {
    const mine = add(unsent());
    add(unsent());
    assert.equal(order.isInPlace(mine), true);
    mine.dataset.number = '7';
    assert.equal(order.isInPlace(mine), true);
    order.all[1].dataset.number = '6';
    assert.equal(order.isInPlace(mine), false);
});
