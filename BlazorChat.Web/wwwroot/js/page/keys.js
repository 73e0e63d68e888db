import { isApple, keysHere, shortcutOf } from '../base/keyboard.js';
import { readAll, step } from './room-steps.js';
import { toggleSwitcher } from './switcher.js';

/** What '?' shows. */
export const KEYS = {
    'Going around': [
        ['Ctrl K', 'Go to a room or person'], ['Ctrl F, or / in the messages', 'Search messages'], ['Alt ↑ ↓', 'Next room, room before'], ['Alt Shift ↑ ↓', 'The same, unread ones only'],
        ['Alt A', 'Who mentioned or answered me'], ['Shift Esc', 'Mark everything read'], ['↑ ↓ ← → in a list', 'Move inside; Tab leaves it'], ['?', 'This list'],
    ],
    Writing: [['Enter', 'Send'], ['Shift Enter', 'New line; the next item in a list or quote'], ['Ctrl Enter', 'Send from a code block, too'],
        ['Ctrl B, Ctrl I, Ctrl Shift X', 'Bold, italic, struck'], ['Ctrl E, Ctrl Shift C', 'Code, code block'], ['Ctrl Shift V', 'Paste plain text'],
        ['Ctrl Alt P', 'Preview; once more, or Esc, goes back to writing'],
        ['**, _, ~~ or ` around words', 'Bold, italic, struck, code'], ['-, 1. or > before a line', 'List, quote'], ['``` before and after lines', 'Code block'],
        ['@, #', 'Mention someone, name a room'], [':', 'An emoji by its name'], ['↑ in an empty field', 'Edit my last message']],
    Reading: [
        ['Page up, page down', 'Scroll the conversation'], ['Shift Page up', 'To the first unread message'], ['J in the messages', 'Jump to a date'], ['↑ ↓ in the messages', 'Move between messages'],
        ['← → in a message', 'Its links, reactions, actions'], ['Enter on a message', 'Its menu'], ['Esc', 'Back to the field'],
    ],
    'On a message': [
        ['R', 'Reply'], ['T', 'Reply in thread'], ['+', 'React'], ['E', 'Edit'], ['S', 'Save for later'], ['C', 'Copy text'], ['L', 'Copy link'],
        ['U', 'Mark unread'], ['P', 'Pin'], ['W', 'Who wrote it'], ['!', 'Report'], ['Delete', 'Delete'],
    ],
    Pictures: [['← → in a picture', 'The one before or after'], ['+ − 0 in a picture', 'Zoom']],
};

const isTyping = target => !!target.closest?.('input, textarea, select, [contenteditable="true"]');
// Who has just chosen a room, too: its link keeps the focus.
const isIdle = () => [document.body, document.documentElement, document.getElementById('timeline')].includes(document.activeElement) ||
    !!document.activeElement.closest('#rooms a[data-room]');

/** The keys that work anywhere on the page. */
export function startKeys() {
    document.addEventListener('keydown', event => {
        if (event.isComposing || event.defaultPrevented) return;
        const command = event.ctrlKey || event.metaKey;
        if (runs(event, command)) return event.preventDefault();
        // Once more in the field itself: the browser's own search of the page.
        if (command && shortcutOf(event) === 'f' && !isSearching(event.target)) return focusOn(event, searchField());
        if (command || event.altKey || isTyping(event.target)) return;
        if (event.key === '?') {
            event.preventDefault();
            showKeys();
        } else if (event.key === '/' && !event.target.closest?.('dialog')) {
            focusOn(event, searchField());
        } else if (event.key.length === 1 && event.key !== ' ' && isIdle()) {
            document.querySelector('chat-composer textarea')?.focus(); // the letter itself then arrives there
        }
    });
    // The page has a base address, so that a mere fragment would lead away from a room.
    document.addEventListener('click', event => {
        const skip = event.target.closest?.('.skip-link');
        if (skip) focusOn(event, document.querySelector(skip.hash === '#composer' ? 'chat-composer textarea' : '#timeline, .files-found'));
    }, { capture: true });
}

/** What leads through the rooms works while somebody writes, too. */
function runs(event, command) {
    const { key, altKey, shiftKey, target } = event;
    if (command && !altKey && shortcutOf(event) === 'k') toggleSwitcher();
    else if (!command && altKey && (key === 'ArrowUp' || key === 'ArrowDown')) step(key === 'ArrowDown' ? 1 : -1, shiftKey);
    else if (!command && altKey && shortcutOf(event) === 'a' && !(isApple && isTyping(target))) document.querySelector('[data-side-link=activity]')?.click();
    else if (!command && !altKey && shiftKey && key === 'Escape') readAll();
    else if (!command && !altKey && shiftKey && key === 'PageUp' && !target.value) document.getElementById('timeline')?.goToUnread?.();
    else return false;
    return true;
}

const searchField = () => [...document.querySelectorAll('.search-input, .search-open')].findLast(field => field.getClientRects().length > 0);

const isSearching = target => !!target.closest?.('.search-input');

function focusOn(event, element) {
    if (!element) return;
    event.preventDefault();
    element.focus();
    if (element.matches('.search-input')) element.select();
    else if (element.matches('.search-open')) element.click();
}

function showKeys() {
    const dialog = document.createElement('dialog');
    dialog.className = 'keys';
    dialog.setAttribute('aria-label', 'Keys');
    dialog.innerHTML = '<form method="dialog"><h2>Keys</h2><button aria-label="Close">✕</button></form><div class="key-groups"></div>';
    for (const [title, rows] of Object.entries(KEYS)) {
        const list = document.createElement('dl');
        for (const [keys, does] of rows) {
            const row = document.createElement('div');
            row.append(Object.assign(document.createElement('dt'), { textContent: keysHere(keys) }),
                Object.assign(document.createElement('dd'), { textContent: does }));
            list.append(row);
        }
        dialog.lastElementChild.append(Object.assign(document.createElement('h3'), { textContent: title }), list);
    }
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close()); // beside it
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
}
