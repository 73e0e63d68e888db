import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { click } from './fakes/dom.js';
import { startMenus } from '../../BlazorChat.Web/wwwroot/js/page/menus.js';

Object.assign(globalThis, { innerWidth: 1440, innerHeight: 900 });
let prepared = [];
startMenus((menu, button) => prepared.push([menu.id, button.textContent]));

const menu = (id = 'things') => document.getElementById(id);
const settled = () => new Promise(setImmediate);
const focused = () => document.activeElement.textContent;

beforeEach(() => {
    prepared = [];
    document.body.innerHTML = `<button data-menu="things">Menu</button>
        <div id="things" class="menu" popover="auto"><button role="menuitem" hidden>Not now</button><button role="menuitem">One</button>
        <button role="menuitemradio">Two</button><button role="menuitem" disabled>Never</button></div><p>Beside</p>
        <button data-menu="rows">First</button><button data-menu="rows">Second</button><div id="rows" class="menu" popover="auto"></div>`;
    for (const one of [menu(), menu('rows')])
        for (const [name, newState] of [['showPopover', 'open'], ['hidePopover', 'closed']]) one[name] = () => {
            if ((newState === 'open') === !!one.isOpen) return;
            one.isOpen = newState === 'open';
            clearImmediate(one.told); // one event tells of several changes, later
            one.told = setImmediate(() => one.dispatchEvent(Object.assign(new Event('toggle'), { newState })));
        };
});

function press(element, detail = 1) {
    element.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    for (const one of [menu(), menu('rows')]) if (!one.contains(element)) one.hidePopover(); // as a browser does
    element.dispatchEvent(Object.assign(new Event('click', { bubbles: true }), { detail }));
}

const key = name => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));

test('a button opens its menu, with the focus on the first choice, and closes it again', async () => {
    const button = document.querySelector('[data-menu]');
    press(button);
    await settled();
    assert.deepEqual([menu().isOpen, focused(), button.getAttribute('aria-expanded'), prepared], [true, 'One', 'true', [['things', 'Menu']]]);
    press(button);
    await settled();
    assert.deepEqual([menu().isOpen, button.hasAttribute('aria-expanded')], [false, false]);
    press(button);
    await settled();
    assert.equal(menu().isOpen, true);
    press(document.querySelector('p'));
    await settled();
    press(button);
    assert.equal(menu().isOpen, true, 'after it was closed in another way');
});

test('who goes from one menu to another has one that is said to be open, which its own button closes', async () => {
    const [things, first, second] = document.querySelectorAll('[data-menu]');
    for (const [button, id] of [[first, 'rows'], [second, 'rows'], [things, 'things'], [first, 'rows']]) {
        press(button);
        await settled();
        assert.equal(menu(id).isOpen, true);
        assert.deepEqual([...document.querySelectorAll('[aria-expanded]')], [button]);
    }
    press(first);
    await settled();
    assert.deepEqual([menu('rows').isOpen, document.querySelector('[aria-expanded]')], [false, null]);
});

test('a double click leaves it open', () => {
    const button = document.querySelector('[data-menu]');
    press(button);
    press(button, 2);
    assert.equal(menu().isOpen, true);
});

test('a choice closes it', () => {
    press(document.querySelector('[data-menu]'));
    click(document.querySelector('[role=menuitemradio]'));
    assert.equal(menu().isOpen, false);
});

test('arrows lead round and round through what can be chosen, and Tab closes it', () => {
    press(document.querySelector('[data-menu]'));
    for (const [name, to] of [['ArrowDown', 'Two'], ['ArrowDown', 'One'], ['ArrowUp', 'Two'], ['Home', 'One'], ['End', 'Two']]) {
        key(name);
        assert.equal(focused(), to, name);
    }
    key('Tab');
    assert.equal(menu().isOpen, false);
});

test('Escape does not close the pane in which it stands as well', () => {
    let heard = 0;
    document.addEventListener('keydown', () => heard++, { once: true });
    press(document.querySelector('[data-menu]'));
    key('Escape');
    assert.equal(heard, 0);
});
