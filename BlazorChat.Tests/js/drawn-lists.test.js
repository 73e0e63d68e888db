import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { whenDrawnLater } from '../../BlazorChat.Web/wwwroot/js/base/drawn-later.js';
import { showTimes, startTimes } from '../../BlazorChat.Web/wwwroot/js/base/local-times.js';
import { merge } from '../../BlazorChat.Web/wwwroot/js/base/merge.js';

afterEach(() => document.body.replaceChildren());

const updated = () => document.dispatchEvent(new Event('page-updated'));
const time = '<time datetime="2026-11-29T06:55:00Z" data-as="date">2026-11-29 06:55 UTC</time>';
const list = (...items) => elementFrom(`<section data-permanent="list"><ul>${items.map(item => `<li data-id="${item}">${item} ${time}</li>`).join('')}</ul></section>`);
const keyOf = item => item.dataset.id + item.textContent;

test('what is in both lists stays, with its times, and the rest comes or goes', () => {
    const shown = list('one', 'two');
    showTimes(shown);
    const [one] = shown.querySelectorAll('li');
    merge(shown, list('three', 'one'), 'li', keyOf);
    const items = [...shown.querySelectorAll('li')];
    assert.deepEqual(items.map(({ dataset }) => dataset.id), ['three', 'one']);
    assert.equal(items[1], one);
    assert.doesNotMatch(shown.textContent, /UTC/);
});

test('a list that Blazor would compare with what it drew is not changed', () =>
    assert.throws(() => merge(elementFrom('<section><ul><li>a</li></ul></section>'), list('b'), 'li', keyOf), /data-permanent/));

test('a list is out of date where the page was drawn later', () => {
    const around = elementFrom('<div data-cursor="e-1"></div>');
    document.body.append(around);
    let count = 0;
    whenDrawnLater(around, () => count++, new AbortController().signal);
    updated();
    assert.equal(count, 0);
    around.dataset.cursor = 'e-2';
    updated();
    updated();
    assert.equal(count, 1);
});

test('times that the server wrote again are shown again by the clock here', () => {
    startTimes();
    document.body.append(elementFrom(`<p>${time}</p>`));
    updated();
    document.querySelector('time').firstChild.data = '2026-11-29 06:55 UTC'; // as Blazor does
    updated();
    assert.doesNotMatch(document.body.textContent, /UTC/);
});
