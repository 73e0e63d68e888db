import { rememberJump } from './jumps.js';

/** @param {string} hash @returns {string | null} the id of the message that an address leads to */
export const idIn = hash => /^#message-(.+)$/.exec(hash)?.[1] ?? null;

/**
 * Follows links to messages: quotes, and in a room the addresses that others have copied.
 * @param {HTMLElement & { goTo: (id: string) => void }} timeline
 * @param {AbortSignal} signal
 */
export function jumpByLinks(timeline, signal) {
    const { thread } = timeline.dataset;
    // Handled before Blazor handles the click: a quote's address is relative to the page's base, not to the page.
    document.addEventListener('click', event => {
        if (event.button !== 0 || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return;
        const link = event.target.closest?.('a[href]');
        const id = link && (timeline.contains(link) && link.dataset.replyTo || !thread &&
            link.pathname === location.pathname && link.origin === location.origin && idIn(link.hash));
        if (!id) return;
        event.preventDefault();
        event.stopPropagation();
        if (!thread) rememberJump(timeline.dataset, id);
        timeline.goTo(id);
    }, { capture: true, signal });
}
