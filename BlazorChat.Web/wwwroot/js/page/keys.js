const KEYS = [
    ['Enter', 'Send'], ['Shift Enter', 'New line'], ['@', 'Mention someone'], ['↑ in an empty field', 'Edit my last message'],
    ['Page up, page down', 'Scroll the conversation'], ['↑ ↓ in the messages', 'Move between messages'],
    ['← → in a message', 'Its links, reactions, actions'], ['Enter on a message', 'Its menu'],
    ['R', 'Reply'], ['T', 'Reply in thread'], ['+', 'React'], ['E', 'Edit'], ['C', 'Copy text'], ['L', 'Copy link'],
    ['U', 'Mark unread'], ['Delete', 'Delete'], ['!', 'Report'], ['P', 'Who wrote it'], ['Esc', 'Back to the field'],
    ['↑ ↓ ← → in a list', 'Move inside; Tab leaves it'],
    ['← → in a picture', 'The one before or after'], ['+ − 0 in a picture', 'Zoom'], ['Ctrl K', 'Find a room'], ['?', 'This list'],
];

const isTyping = target => !!target.closest?.('input, textarea, select, [contenteditable="true"]');
const isIdle = () => [document.body, document.documentElement, document.getElementById('timeline')].includes(document.activeElement);

/** The keys that work anywhere on the page. */
export function startKeys() {
    document.addEventListener('keydown', event => {
        if (event.isComposing || event.defaultPrevented) return;
        const command = event.ctrlKey || event.metaKey;
        if (command && event.key.toLowerCase() === 'k') return focusOn(event, document.getElementById('room-filter'));
        if (command || event.altKey || isTyping(event.target)) return;
        if (event.key === '?') {
            event.preventDefault();
            showKeys();
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

function focusOn(event, element) {
    if (!element) return;
    event.preventDefault();
    element.focus();
}

function showKeys() {
    const dialog = document.createElement('dialog');
    dialog.className = 'keys';
    dialog.setAttribute('aria-label', 'Keys');
    dialog.innerHTML = '<form method="dialog"><h2>Keys</h2><button aria-label="Close">✕</button></form><dl></dl>';
    for (const [keys, does] of KEYS) {
        const row = document.createElement('div');
        row.append(Object.assign(document.createElement('dt'), { textContent: keys }),
            Object.assign(document.createElement('dd'), { textContent: does }));
        dialog.querySelector('dl').append(row);
    }
    dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close()); // beside it
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    dialog.showModal();
}
