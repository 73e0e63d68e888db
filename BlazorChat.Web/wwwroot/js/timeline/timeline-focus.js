import { controlsOf } from './message-controls.js';

// Players have keys of their own.
const isTyping = target => target.closest('input, textarea, select, [contenteditable="true"], .emoji-picker, audio, video');
const isShown = element => element.getClientRects().length > 0;

/**
 * Moves through the messages with ↑ and ↓, and within one with → and ←. The whole timeline is one stop for the Tab key.
 * @param {HTMLElement} timeline
 * @param {import('./message-list.js').MessageList} list
 * @param {AbortSignal} signal
 */
export function moveByKeys(timeline, list, signal) {
    const steps = { ArrowUp: -1, ArrowDown: 1 };
    const within = { ArrowLeft: -1, ArrowRight: 1 };

    timeline.addEventListener('keydown', event => {
        if (isTyping(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
        if (event.key === 'Escape') return fieldBeside(timeline)?.focus();
        const articles = [...timeline.querySelectorAll(':scope > .thread-root > .message'), ...list.articles];
        const article = event.target.closest('.message');
        const at = articles.indexOf(article);
        const parts = article && event.key in within ? [article, ...controlsOf(article).filter(isShown)] : articles;
        const to = event.key === 'Home' ? 0 : event.key === 'End' ? articles.length - 1
            : article && event.key in within ? parts.indexOf(event.target) + within[event.key]
            : event.key in steps ? (at < 0 ? articles.length - 1 : at + steps[event.key]) : -1;
        if (!parts[to]) return;
        event.preventDefault();
        parts[to].focus();
    }, { signal });

    // While the focus is inside, Shift+Tab must not stop at the timeline itself.
    timeline.addEventListener('focusin', ({ target }) => (timeline.tabIndex = target === timeline ? 0 : -1), { signal });
    timeline.addEventListener('focusout', ({ relatedTarget }) => timeline.contains(relatedTarget) || (timeline.tabIndex = 0), { signal });
}

/** @param {Element} timeline @returns {HTMLElement | null} where one writes to it */
export const fieldBeside = timeline => timeline.closest('.conversation, .side')?.querySelector('chat-composer textarea') ?? null;

/**
 * Changes the contents; the focus stays with the message that had it, or else goes to the one beside it. Nothing that
 * happens to a message may make the next key do something else.
 * @param {HTMLElement} timeline
 * @param {() => void} change
 */
export function keepFocus(timeline, change) {
    const focused = document.activeElement;
    const article = timeline.contains(focused) ? focused.closest('.message') : null;
    const beside = [article?.nextElementSibling, article?.previousElementSibling];
    change();
    if (!article || document.activeElement !== document.body) return; // it is still there, or was given to something else
    const again = article.dataset.id && timeline.querySelector(`.message[data-id="${CSS.escape(article.dataset.id)}"]`);
    const near = [article, again, ...beside].find(other => other?.isConnected && other.matches('.message')) ?? timeline;
    near.focus({ preventScroll: true });
}
