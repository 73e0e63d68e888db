import { showCurrentRoom } from './current-room.js';

const phone = matchMedia('(max-width: 699px)');
const wide = matchMedia('(min-width: 1200px)');
const KEY = 'blazorchat-members';

const shell = () => document.querySelector('.shell');
let address = location.href;
let opener = null;

/** Rooms and members beside the conversation: panes on phones, and members over or beside it elsewhere. */
export function startPanes() {
    document.addEventListener('click', ({ target }) => {
        const button = target.closest?.('[data-open], [data-close]');
        if (!button) return;
        if ('close' in button.dataset) closePane();
        else open(button.dataset.open, button);
    });
    document.addEventListener('keydown', ({ key, target }) => {
        if (key === 'Escape' && target.closest?.(phone.matches ? '#members, #rooms' : '#members')) closePane();
    });
    // First of all: Blazor would fetch the page again when the way back only closes a pane.
    addEventListener('popstate', event => {
        if (location.href !== address) return;
        event.stopImmediatePropagation();
        show(history.state?.pane);
        closeDialogs();
    }, { capture: true });
    document.addEventListener('page-updated', () => {
        address = location.href;
        show(history.state?.pane);
        showMembers();
    });
    wide.addEventListener('change', showMembers);
    show(history.state?.pane);
    showMembers();
}

/** Back to the conversation. */
export function closePane() {
    if (phone.matches && history.state?.pane) history.back();
    else if (phone.matches) show();
    else if (wide.matches) remember('closed');
    else delete shell()?.dataset.members;
    opener?.focus();
    opener = null;
}

// They opened over the pane that goes.
function closeDialogs() {
    for (const dialog of document.querySelectorAll('.mud-dialog'))
        dialog.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', code: 'Escape', bubbles: true }));
}

function open(pane, button) {
    opener = button;
    if (phone.matches) {
        history.pushState({ ...history.state, pane }, '');
        show(pane);
        document.getElementById(pane)?.querySelector('[data-close], a[href], button')?.focus();
    } else if (pane === 'members') {
        const side = wide.matches && document.querySelector('[data-close-side]');
        if (side) {
            localStorage.setItem(KEY, 'open');
            return side.click(); // they stand in the same place
        }
        const isOpen = wide.matches ? shell().dataset.members !== 'closed' : shell().dataset.members === 'open';
        if (isOpen) return closePane();
        if (wide.matches) remember('open');
        else shell().dataset.members = 'open';
    }
}

function show(pane) {
    const element = shell();
    if (element) element.dataset.pane = pane ?? 'room';
    if (pane === 'rooms') showCurrentRoom();
}

function remember(members) {
    localStorage.setItem(KEY, members);
    showMembers();
}

function showMembers() {
    const element = shell();
    if (!element) return;
    if (wide.matches && localStorage.getItem(KEY) === 'closed') element.dataset.members = 'closed';
    else delete element.dataset.members;
}
