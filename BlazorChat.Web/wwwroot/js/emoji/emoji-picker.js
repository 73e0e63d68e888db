import { placeBeside } from '../base/popover-place.js';
import { recentEmojis, usedEmoji } from './emoji-recent.js';
import { search } from './emoji-search.js';
import { QUICK, groups } from './emojis.js';

const all = groups.flatMap(group => group.emojis);
const nameOf = emoji => all.find(one => one.emoji === emoji)?.name ?? emoji;

/**
 * Lets the user choose an emoji.
 * @param {Element} anchor beside which it opens
 * @param {{ quick?: boolean }} [options] quick: the few most used reactions first
 * @returns {Promise<string | null>} null when none was chosen
 */
export function pickEmoji(anchor, { quick = true } = {}) {
    const picker = build(quick);
    document.body.append(picker);
    return new Promise(resolve => {
        const choose = emoji => {
            usedEmoji(emoji);
            picker.hidePopover(); // gives the focus back
            resolve(emoji);
        };
        picker.addEventListener('click', ({ target }) => {
            const button = target.closest('button[data-emoji]');
            if (button) choose(button.dataset.emoji);
        });
        picker.querySelector('input').addEventListener('input', ({ target }) => draw(picker, target.value));
        picker.addEventListener('keydown', event => key(picker, event));
        picker.addEventListener('toggle', ({ newState }) => {
            if (newState !== 'closed') return;
            picker.remove();
            resolve(null); // too late to matter when one was chosen
        });
        picker.showPopover();
        placeBeside(picker, anchor);
        (picker.querySelector('.quick button') ?? picker.querySelector('input')).focus();
    });
}

function build(quick) {
    const picker = document.createElement('div');
    picker.className = 'emoji-picker';
    picker.popover = 'auto';
    picker.setAttribute('role', 'dialog');
    picker.setAttribute('aria-label', 'Choose an emoji');
    if (quick) picker.append(row('quick', QUICK));
    const field = document.createElement('input');
    Object.assign(field, { type: 'search', className: 'emoji-search', placeholder: 'Search emoji', autocomplete: 'off' });
    field.setAttribute('aria-label', 'Search emoji');
    const list = document.createElement('div');
    list.className = 'emoji-list';
    picker.append(field, list);
    draw(picker, '');
    return picker;
}

function draw(picker, asked) {
    const list = picker.querySelector('.emoji-list');
    if (asked.trim()) {
        const found = search(all, asked);
        list.replaceChildren(found.length ? grid('Found', found.map(one => one.emoji)) : nothing(asked));
        return;
    }
    const recent = recentEmojis();
    list.replaceChildren(
        ...(recent.length ? [grid('Recent', recent)] : []),
        ...groups.map(({ name, emojis }) => grid(name, emojis.map(one => one.emoji))));
}

// Arrows move through all that is shown, row by row; Enter and Escape work as they do on buttons and popovers.
function key(picker, event) {
    const inField = event.target.matches('input');
    const buttons = [...picker.querySelectorAll('button[data-emoji]')];
    const at = buttons.indexOf(event.target);
    const to = {
        ArrowRight: inField ? -1 : at + 1,
        ArrowLeft: inField ? -1 : at - 1,
        ArrowDown: inField ? buttons.findIndex(button => button.closest('.emoji-list')) : below(buttons, at, 1),
        ArrowUp: inField ? -1 : below(buttons, at, -1),
    }[event.key];
    event.stopPropagation(); // the page's own keys are not for here
    if (inField && event.key === 'Enter') picker.querySelector('.emoji-list button')?.click();
    else if (event.key === 'ArrowUp' && !inField && to === -1) picker.querySelector('input').focus();
    else if (buttons[to]) buttons[to].focus();
    else if (!inField && event.key.length === 1 && event.key !== ' ') return picker.querySelector('input').focus();
    else return;
    event.preventDefault();
}

/** The nearest in the next row up or down, whichever group that is in. */
function below(buttons, at, way) {
    const { left, top } = buttons[at].getBoundingClientRect();
    const boxes = buttons.map(button => button.getBoundingClientRect());
    const tops = boxes.map(box => box.top).filter(other => way > 0 ? other > top + 1 : other < top - 1);
    if (tops.length === 0) return -1;
    const next = way > 0 ? Math.min(...tops) : Math.max(...tops);
    const row = boxes.flatMap((box, i) => Math.abs(box.top - next) < 1 ? [i] : []);
    return row.reduce((best, i) => Math.abs(boxes[i].left - left) < Math.abs(boxes[best].left - left) ? i : best);
}

function grid(name, emojis) {
    const group = document.createElement('section');
    group.className = 'emoji-group';
    group.setAttribute('aria-label', name);
    group.append(Object.assign(document.createElement('h3'), { textContent: name }), row('emoji-grid', emojis));
    return group;
}

function row(name, emojis) {
    const element = document.createElement('div');
    element.className = name;
    element.append(...emojis.map(emoji => {
        const button = Object.assign(document.createElement('button'), { type: 'button', textContent: emoji, title: nameOf(emoji) });
        button.className = 'emoji';
        button.dataset.emoji = emoji;
        button.setAttribute('aria-label', nameOf(emoji));
        return button;
    }));
    return element;
}

const nothing = asked => Object.assign(document.createElement('p'), {
    className: 'emoji-none', textContent: `No emoji is called “${asked.trim()}”.`,
});
