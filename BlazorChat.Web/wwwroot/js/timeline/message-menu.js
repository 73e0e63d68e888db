import { faceOf } from '../emoji/custom-emoji.js';
import { placeBeside } from '../base/popover-place.js';
import { stepTo } from '../page/menu-keys.js';
import { drawing } from '../base/drawing.js';

const SHEET = '(max-width: 699px), (pointer: coarse)';
const KEYS = { Delete: 'Del' };

/**
 * A message's menu: all its acts, with labels. It opens beside the button, or on touch screens as a sheet from below.
 * @param {object} what
 * @param {HTMLElement} what.article
 * @param {Element} what.anchor
 * @param {import('./message-acts.js').Act[]} what.acts
 * @param {string[]} what.reactions to give at once; in a sheet, which has no bar beside it
 * @param {(choice: { act?: string, reaction?: string }) => void} what.onChoose once it is closed, and the focus back
 * @param {() => void} what.onClose
 */
export function openMenu({ article, anchor, acts, reactions, onChoose, onClose }) {
    const isSheet = matchMedia(SHEET).matches;
    const menu = isSheet ? sheet() : popover();
    menu.append(choicesOf(article, acts, isSheet ? reactions : []));
    if (isSheet) menu.append(...whoReacted(article));
    menu.addEventListener('click', ({ target }) => {
        const choice = target.closest('[role=menuitem]');
        if (choice || target === menu) menu.closeMenu(); // or beside the sheet
        if (choice) onChoose(choice.dataset);
    });
    menu.addEventListener('keydown', event => key(menu, event));
    menu.addEventListener(isSheet ? 'close' : 'toggle', ({ newState }) => {
        if (newState === 'open') return;
        menu.remove();
        onClose();
    });
    document.body.append(menu);
    menu.openMenu();
    if (!isSheet) placeBeside(menu, anchor);
    menu.querySelector('[role=menuitem]').focus({ preventScroll: true });
}

// The finger that opened it is still down: a popover would close when it lifts.
function sheet() {
    const dialog = Object.assign(document.createElement('dialog'), { className: 'message-menu sheet' });
    dialog.setAttribute('aria-label', 'Message actions');
    return Object.assign(dialog, { openMenu: () => dialog.showModal(), closeMenu: () => dialog.close() });
}

function popover() {
    const element = Object.assign(document.createElement('div'), { className: 'message-menu', popover: 'auto' });
    return Object.assign(element, { openMenu: () => element.showPopover(), closeMenu: () => element.hidePopover() });
}

function key(menu, event) {
    event.stopPropagation(); // the page's own keys are not for here
    const items = [...menu.querySelectorAll('[role=menuitem]')];
    const to = stepTo({ ArrowRight: 'ArrowDown', ArrowLeft: 'ArrowUp' }[event.key] ?? event.key, items.indexOf(event.target), items.length);
    if (to !== null) items[to].focus();
    else if (event.key === 'Tab') menu.closeMenu();
    else return;
    event.preventDefault();
}

function choicesOf(article, acts, reactions) {
    const choices = document.createElement('div');
    choices.setAttribute('role', 'menu');
    choices.setAttribute('aria-label', 'Message actions');
    if (reactions.length > 0) choices.append(groupOf(reactions.map(reactionItem), 'menu-reactions'));
    for (const group of new Set(acts.map(act => act.group)))
        choices.append(groupOf(acts.filter(act => act.group === group).map(act => actItem(act, article))));
    return choices;
}

// A finger cannot hover over a reaction to see who gave it.
function whoReacted(article) {
    const given = [...article.querySelectorAll('.reaction')];
    if (given.length === 0) return [];
    const list = Object.assign(document.createElement('ul'), { className: 'menu-who' });
    list.setAttribute('aria-label', 'Who reacted');
    list.append(...given.map(pill => {
        const row = document.createElement('li');
        row.append(pill.querySelector('.emoji').cloneNode(true), Object.assign(document.createElement('bdi'), { textContent: pill.title }));
        return row;
    }));
    return [list];
}

function groupOf(items, className = '') {
    const group = Object.assign(document.createElement('div'), { className });
    group.setAttribute('role', 'group');
    group.append(...items);
    return group;
}

function item(data) {
    const button = Object.assign(document.createElement('button'), { type: 'button', tabIndex: -1 });
    button.setAttribute('role', 'menuitem');
    Object.assign(button.dataset, data);
    return button;
}

function reactionItem(reaction) {
    const button = item({ reaction });
    button.className = 'emoji';
    button.append(faceOf(reaction));
    button.setAttribute('aria-label', `React with ${reaction}`);
    return button;
}

function actItem({ name, label, key, icon }, article) {
    const button = item({ act: name });
    button.innerHTML = `${drawing(icon)}<bdi></bdi>${key ? '<kbd aria-hidden="true"></kbd>' : ''}`;
    button.querySelector('bdi').textContent = typeof label === 'string' ? label : label(article);
    if (key) button.querySelector('kbd').textContent = KEYS[key] ?? key.toUpperCase();
    return button;
}
