import { request, sentence } from '../base/api.js';

/**
 * Asks in the message's place whether to go on, and then does it.
 * @param {HTMLElement} article
 * @param {object} what
 * @param {string} what.question
 * @param {string} what.verb what the button says it will do
 * @param {string} what.method
 * @param {string} what.url
 */
export function confirm(article, { question, verb, method, url }) {
    article.closest('chat-timeline').querySelector('.confirm')?.remove();
    const asked = document.createElement('div');
    asked.className = 'confirm';
    asked.setAttribute('role', 'alertdialog');
    asked.setAttribute('aria-label', question);
    asked.innerHTML = `<span></span>
        <button type="button" class="danger"></button> <button type="button">Cancel</button>`;
    const [yes, no] = asked.querySelectorAll('button');
    asked.querySelector('span').textContent = question;
    yes.textContent = verb;
    const close = () => {
        asked.remove();
        article.focus({ preventScroll: true });
    };
    no.addEventListener('click', close);
    yes.addEventListener('click', async () => {
        yes.disabled = true;
        const answer = await request(method, url);
        if (answer.ok || answer.status === 404) return close();
        yes.disabled = false;
        Object.assign(asked.querySelector('span'), { className: 'error', textContent: sentence(answer) });
    });
    asked.addEventListener('keydown', event => {
        event.stopPropagation();
        if (event.key === 'Escape') close();
    });
    article.querySelector('.content').append(asked);
    no.focus();
}
