import { placeBeside } from '../base/popover-place.js';
import { stepTo } from './menu-keys.js';

const ITEMS = '[role^=menuitem]:not([hidden]):not(:disabled)';

/** The button whose menu is open, and the one that was pressed while its menu was. @type {HTMLElement | null} */
let opener = null;
let pressed = null;

/**
 * Menus that the server drew: a button with `data-menu` opens the one of that id. A press beside it closes a popover by itself, and so one
 * on its own button, which must not open it again, unless it is a double click.
 * @param {(menu: HTMLElement, button: HTMLElement) => void} prepare called before one opens
 */
export function startMenus(prepare) {
    document.addEventListener('pointerdown', ({ target }) => pressed = opener?.contains(target) ? opener : null, { capture: true });
    document.addEventListener('click', ({ target, detail }) => {
        const button = target.closest?.('[data-menu]');
        if (button && (button !== pressed || detail > 1)) open(button, prepare);
        else if (target.closest?.('.menu [role^=menuitem]')) target.closest('.menu').hidePopover();
        pressed = null;
    });
    document.addEventListener('keydown', key, { capture: true });
    document.addEventListener('toggle', ({ target, newState }) => {
        if (newState === 'closed' && target.id && target.id === opener?.dataset.menu) closed(); // told late: another may be open by now
    }, { capture: true });
}

function closed() {
    opener?.removeAttribute('aria-expanded');
    opener = null;
}

function open(button, prepare) {
    const menu = document.getElementById(button.dataset.menu);
    prepare(menu, button);
    menu.showPopover();
    placeBeside(menu, button, 'end', 'below');
    closed();
    opener = button;
    button.setAttribute('aria-expanded', 'true');
    menu.querySelector(ITEMS)?.focus({ preventScroll: true });
}

function key(event) {
    const menu = event.target.closest?.('.menu');
    if (!menu) return;
    const items = [...menu.querySelectorAll(ITEMS)];
    const to = stepTo(event.key, items.indexOf(event.target), items.length);
    if (to !== null) items[to].focus();
    else if (event.key === 'Tab') menu.hidePopover();
    else if (event.key === 'Escape') return void event.stopPropagation(); // closes the menu, and not the pane that it stands in
    else return;
    event.preventDefault();
    event.stopPropagation();
}
