import assert from 'node:assert/strict';
import { test } from 'node:test';
import './fakes/dom.js';
import { nextIn, startRoving } from '../../BlazorChat.Web/wwwroot/js/page/roving.js';

const rows = [['general', 'options of general'], ['random', 'options of random'], ['browse']];

test('up and down lead to the beginning of another row', () => {
    assert.equal(nextIn('ArrowDown', rows, 'options of general'), 'random');
    assert.equal(nextIn('ArrowUp', rows, 'browse'), 'random');
});

test('left and right stay in the row', () => {
    assert.equal(nextIn('ArrowRight', rows, 'general'), 'options of general');
    assert.equal(nextIn('ArrowRight', rows, 'options of general'), undefined);
    assert.equal(nextIn('ArrowLeft', rows, 'options of random'), 'random');
});

test('a list ends at its ends', () => {
    assert.equal(nextIn('ArrowUp', rows, 'general'), undefined);
    assert.equal(nextIn('ArrowDown', rows, 'browse'), undefined);
    assert.equal(nextIn('Home', rows, 'browse'), 'general');
    assert.equal(nextIn('End', rows, 'general'), 'browse');
});

test('other keys are for others', () => assert.equal(nextIn('a', rows, 'general'), undefined));

test('a menu that stands in a bar is none of its stops: closed by a press elsewhere, it leaves the bar one', () => {
    HTMLElement.prototype.getClientRects = () => [{}];
    document.body.innerHTML = `<header class="room-header"><button id="search"></button><button id="more"></button>
        <div class="menu"><button role="menuitem"></button></div></header>`;
    startRoving();
    const stops = () => [...document.querySelectorAll('header > button')].map(({ tabIndex }) => tabIndex);
    document.querySelector('#more').focus();
    document.querySelector('[role=menuitem]').focus();
    assert.deepEqual(stops(), [-1, 0]);
    document.querySelector('[role=menuitem]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowLeft', bubbles: true, cancelable: true }));
    assert.equal(document.activeElement.getAttribute('role'), 'menuitem');
});
