const side = () => document.querySelector('#side');
const thread = () => side()?.querySelector('chat-timeline')?.dataset.thread ?? '';
const shown = () => side() && `${side().ariaLabel} ${thread()}`;

/** What is opened beside the conversation gets the focus, and gives it back when it is closed. */
export function startSide() {
    let [before, root] = [shown(), thread()];
    document.addEventListener('page-updated', () => {
        const now = shown();
        if (now && now !== before) enter();
        else if (before && !now) leave(root);
        [before, root] = [now, thread()];
    });
    document.addEventListener('keydown', event => {
        if (event.key !== 'Escape' || event.defaultPrevented || !event.target.closest?.('#side')) return;
        if (event.target.closest('chat-timeline, .edit') || event.target.value) return; // these have a meaning of their own for it
        event.preventDefault();
        side().querySelector('[data-close-side]').click();
    });
}

function enter() {
    if (document.activeElement?.closest('#side, search-field')) return; // what was opened has it already
    // On a phone the keyboard would come up over what one wants to read.
    const field = !matchMedia('(pointer: coarse)').matches ? side().querySelector('chat-composer textarea') : null;
    (field ?? side().querySelector('.thread-open') ?? side().querySelector('[data-close-side]'))?.focus({ preventScroll: true });
}

function leave(root) {
    if (document.activeElement !== document.body) return;
    const article = root && document.querySelector(`chat-timeline:not([data-thread]) .message[data-id="${CSS.escape(root)}"]`);
    (article || document.querySelector('.conversation chat-composer textarea'))?.focus({ preventScroll: true });
}
