import { load, placeOf } from '../base/later.js';
import { placeBeside } from '../base/popover-place.js';
import { bestFirst, bestOf } from './best-first.js';
import { customEmoji, faceOf } from './custom-emoji.js';
import { usedEmoji, usualReactions } from './emoji-recent.js';

const IN_ROW = 8;
const WORDS = { favoritesLabel: 'Frequently used', searchLabel: 'Search emoji', networkErrorMessage: 'The emoji could not be loaded. Try again in a moment.' };

// Those used most have a row of their own above when one reacts; who finds nothing is told so.
const STYLE = `
    :host(.without-favorites) .favorites { display: none; }
    .skintone-list { border: 1px solid var(--border-color); border-radius: 0 0 var(--skintone-border-radius) var(--skintone-border-radius); }
    .skintone-list.no-animate { border-color: transparent; }
    .favorites { flex: none; border-top: 1px solid var(--border-color); }
    .picker:has(input:not(:placeholder-shown)) .tabpanel .emoji-menu:empty::after { content: 'No emoji has this name'; grid-column: 1 / -1; padding: 1rem; color: var(--category-font-color); text-align: center; }
    input::-webkit-search-cancel-button { filter: grayscale(1); }`;

/**
 * Lets the user choose an emoji. The picker itself is loaded when it is first opened.
 * @param {Element} anchor beside which it opens
 * @param {{ quick?: boolean }} [options] quick: the few most used reactions first
 * @returns {Promise<string | null>} null when none was chosen
 */
export function pickEmoji(anchor, { quick = true } = {}) {
    const popover = build(quick);
    document.body.append(popover);
    return new Promise(resolve => {
        const choose = emoji => {
            usedEmoji(emoji);
            popover.hidePopover(); // gives the focus back
            resolve(emoji);
        };
        popover.addEventListener('click', ({ target }) => {
            const button = target.closest('button[data-emoji]');
            if (button) choose(button.dataset.emoji);
        });
        popover.addEventListener('emoji-click', ({ detail }) => choose(detail.unicode ?? `:${detail.name}:`));
        const chooseBest = async () => {
            const best = await bestOf(popover.querySelector('emoji-picker').database, searchOf(popover).value);
            if (best) choose(best);
        };
        popover.addEventListener('keydown', event => {
            // The picker itself would only mark the first one.
            if (event.key !== 'Enter' || event.isComposing || !isUnmarkedSearch(event.composedPath()[0])) return;
            event.preventDefault();
            event.stopPropagation();
            chooseBest();
        }, { capture: true });
        popover.addEventListener('keydown', event => key(popover, event));
        popover.addEventListener('toggle', ({ newState }) => {
            if (newState !== 'closed') return;
            popover.remove();
            resolve(null); // too late to matter when one was chosen
        });
        popover.showPopover();
        placeBeside(popover, anchor);
        popover.querySelector('.quick button')?.focus();
        fill(popover).then(isEntered => isEntered && chooseBest());
    });
}

function build(quick) {
    const popover = document.createElement('div');
    popover.className = 'emoji-picker';
    popover.popover = 'auto';
    popover.setAttribute('role', 'dialog');
    popover.setAttribute('aria-label', 'Choose an emoji');
    if (quick) popover.append(row(usualReactions(IN_ROW)));
    popover.append(Object.assign(document.createElement('div'), { className: 'emoji-all' }));
    return popover;
}

// What is typed while the picker is loading goes into its search then.
async function fill(popover) {
    const place = popover.querySelector('.emoji-all');
    try {
        const [{ default: Picker }, custom] = await Promise.all([load('vendor/emoji/emoji-picker.js'), customEmoji()]);
        const picker = new Picker({ dataSource: placeOf('vendor/emoji/emoji.json') });
        bestFirst(picker.database);
        picker.customEmoji = [...custom].map(([name, url]) => ({ name, shortcodes: [name], url }));
        Object.assign(picker.i18n, WORDS);
        picker.shadowRoot.append(Object.assign(document.createElement('style'), { textContent: STYLE }));
        picker.classList.toggle('without-favorites', !!popover.querySelector('.quick'));
        place.replaceChildren(picker);
        const { typed, entered } = popover.dataset;
        const search = searchOf(popover);
        if (typed) search.value = typed;
        if (typed) search.dispatchEvent(new Event('input', { bubbles: true }));
        // What belongs to this chat has the first tab, but everybody's emoji are what one begins with. The picker draws its tabs behind
        // this turn, and none when it was closed before it was loaded.
        setTimeout(() => search?.value === '' && picker.shadowRoot.querySelector('[data-group-id="0"]')?.click());
        if (typed || !popover.querySelector('.quick')) search.focus();
        return Boolean(entered);
    } catch {
        place.textContent = WORDS.networkErrorMessage;
    }
}

const searchOf = popover => popover.querySelector('emoji-picker')?.shadowRoot.querySelector('input[type=search]');

const isUnmarkedSearch = element => element.matches('input[type=search]') && !element.getAttribute('aria-activedescendant');

// Arrows move through the row, and from its end into the search; what is typed on a button goes there, too.
function key(popover, event) {
    event.stopPropagation(); // the page's own keys are not for here
    if (!event.target.matches('.quick button')) return;
    const buttons = [...popover.querySelectorAll('.quick button')];
    const to = buttons[buttons.indexOf(event.target) + ({ ArrowRight: 1, ArrowLeft: -1 }[event.key] ?? NaN)];
    const isLetter = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.altKey && !event.metaKey;
    const search = searchOf(popover);
    if (to) to.focus();
    else if (search && (isLetter || event.key === 'ArrowDown')) search.focus();
    else if (!search && keepsTyped(popover.dataset, event.key, isLetter)) event.preventDefault();
    if (!isLetter && (to || event.key === 'ArrowDown')) event.preventDefault();
}

function keepsTyped(data, key, isLetter) {
    const typed = data.typed ?? '';
    if (isLetter) data.typed = typed + key;
    else if (key === 'Backspace') data.typed = typed.slice(0, -1);
    else if (key === 'Enter' && typed) data.entered = 'true';
    else return false;
    return true;
}

function row(emojis) {
    const element = Object.assign(document.createElement('div'), { className: 'quick' });
    element.append(...emojis.map(emoji => {
        const button = Object.assign(document.createElement('button'), { type: 'button', className: 'emoji' });
        button.append(faceOf(emoji));
        button.dataset.emoji = emoji;
        button.setAttribute('aria-label', `React with ${emoji}`);
        return button;
    }));
    return element;
}
