import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import './fakes/dom.js';
import { ShownPresence } from '../../BlazorChat.Web/wwwroot/js/around/still-page.js';

const group = (status, title, names) => `<section data-status="${status}" ${names.length ? '' : 'hidden'}><h3>${title} <span class="count">${names.length}</span></h3>
    <ul>${names.map(name => `<li data-user="${name}"><span class="dot ${status}" title="${status}"></span><span data-name-of="${name}">${name}</span></li>`).join('')}</ul></section>`;

let presence;

beforeEach(() => {
    document.body.innerHTML = `<div id="members">${group('online', 'Here', ['ada', 'Émile'])}${group('away', 'Away', [])}${group('offline', 'Offline', ['Bob', 'zoe'])}</div>`;
    presence = new ShownPresence();
});

const groups = () => [...document.querySelectorAll('section')].filter(one => !one.hidden)
    .map(one => [one.querySelector('h3').textContent, ...[...one.querySelectorAll('li')].map(row => row.dataset.user)].join(' '));

test('who comes stands among those who are here, by name', () => {
    presence.tell('Bob', 'online');
    assert.deepEqual(groups(), ['Here 3 ada Bob Émile', 'Offline 1 zoe']);
    assert.equal(document.querySelector('[data-user=Bob] .dot').title, 'online');
});

test('a group shows with its first and hides with its last member', () => {
    presence.tell('ada', 'away');
    presence.tell('Émile', 'away');
    assert.deepEqual(groups(), ['Away 2 ada Émile', 'Offline 2 Bob zoe']);
});

test('somebody who is not in the list changes nothing', () => {
    presence.tell('carl', 'online');
    assert.deepEqual(groups(), ['Here 2 ada Émile', 'Offline 2 Bob zoe']);
});

test('of many members a group counts those that it does not show', () => {
    document.querySelector('[data-status=offline] .count').textContent = '430';
    presence.tell('Bob', 'online');
    assert.deepEqual(groups(), ['Here 3 ada Bob Émile', 'Offline 429 zoe']);
    presence.tell('zoe', 'online');
    assert.deepEqual(groups(), ['Here 4 ada Bob zoe Émile', 'Offline 428']);
});

test('what was told while a page was on its way is shown on it', () => {
    const before = document.body.innerHTML;
    presence.tell('Bob', 'online');
    document.body.innerHTML = before;
    presence.showAgain();
    assert.deepEqual(groups(), ['Here 3 ada Bob Émile', 'Offline 1 zoe']);
});

test('the lists that Blazor keeps of the nodes follow', () => {
    const [children, parent] = [Symbol(), Symbol()];
    for (const element of document.querySelectorAll('ul')) {
        element[children] = [...element.childNodes];
        for (const child of element.childNodes) child[parent] = element;
    }
    for (const [user, status] of [['Bob', 'online'], ['ada', 'offline'], ['zoe', 'away']]) presence.tell(user, status);
    for (const element of document.querySelectorAll('ul')) {
        assert.deepEqual(element[children].map(node => node.dataset.user), [...element.childNodes].map(node => node.dataset.user));
        for (const child of element.childNodes) assert.equal(child[parent], element);
    }
});
