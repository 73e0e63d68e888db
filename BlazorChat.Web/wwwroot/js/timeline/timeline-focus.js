// Players have keys of their own.
const isTyping = target => target.closest('input, textarea, select, [contenteditable="true"], .emoji-picker, audio, video');

/**
 * Moves through the messages with the arrow keys. One of them at a time can be reached with Tab.
 * @param {HTMLElement} timeline
 * @param {import('./message-list.js').MessageList} list
 * @param {AbortSignal} signal
 */
export function moveByKeys(timeline, list, signal) {
    const steps = { ArrowUp: -1, ArrowDown: 1 };

    timeline.addEventListener('keydown', event => {
        if (isTyping(event.target) || event.ctrlKey || event.altKey || event.metaKey) return;
        if (event.key === 'Escape') return document.querySelector('chat-composer textarea')?.focus();
        const { articles } = list;
        const at = articles.indexOf(event.target.closest('.message'));
        const to = event.key === 'Home' ? 0 : event.key === 'End' ? articles.length - 1
            : event.key in steps ? (at < 0 ? articles.length - 1 : at + steps[event.key]) : -1;
        if (!articles[to]) return;
        event.preventDefault();
        articles[to].focus();
    }, { signal });

    timeline.addEventListener('focusin', ({ target }) => {
        const article = target.closest('.message');
        if (!article) return;
        timeline.querySelectorAll('.message[tabindex="0"]').forEach(other => (other.tabIndex = -1));
        article.tabIndex = 0;
    }, { signal });
}
