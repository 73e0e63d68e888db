const phone = matchMedia('(max-width: 699px)');

/**
 * Lets a list beside the conversation lead to messages: beside it on a wide screen, in their place on a phone, from where the way back
 * leads to the list again.
 * @param {HTMLElement} list
 * @param {AbortSignal} signal
 */
export function leadToMessages(list, signal) {
    // Before the timeline and Blazor follow the link.
    addEventListener('click', event => follow(list, event), { capture: true, signal });
}

/** The server does not know which message of a list is shown. @param {HTMLElement} list */
export function showCurrent(list) {
    for (const link of list.querySelectorAll('.found-open'))
        if (link.hash && link.hash === location.hash) link.setAttribute('aria-current', 'true');
}

function follow(list, event) {
    if (event.button !== 0 || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return;
    const link = event.target.closest?.('.found-open');
    if (!link || !list.contains(link) || !link.hash) return;
    for (const other of list.querySelectorAll('.found-open[aria-current]')) other.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    if (!phone.matches) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    const id = link.dataset.message;
    const before = document.querySelector('chat-timeline')?.dataset.room;
    document.addEventListener('page-updated', () => {
        const timeline = document.querySelector('chat-timeline');
        if (timeline?.dataset.room === before) timeline.goTo(id); // another one goes there by itself
    }, { once: true });
    Blazor.navigateTo(link.pathname + link.hash);
}
