import { request, sentence } from '../base/api.js';
import { say } from '../base/toast.js';

const MOST = 500;

/**
 * Asks, in the message's place, what is wrong with it, and reports it to the moderators.
 * @param {HTMLElement} article
 */
export function report(article) {
    article.closest('chat-timeline').querySelector('.confirm')?.remove();
    const form = document.createElement('form');
    form.className = 'confirm report-form';
    form.setAttribute('role', 'dialog');
    form.setAttribute('aria-label', 'Report this message');
    form.innerHTML = `<label>What is wrong with this message? <input type="text" autocomplete="off" maxlength="${MOST}" required></label>
        <button type="submit" class="danger">Report</button> <button type="button">Cancel</button>
        <span class="error" role="status"></span>`;
    const [yes, no] = form.querySelectorAll('button');
    const close = () => {
        form.remove();
        article.focus({ preventScroll: true });
    };
    no.addEventListener('click', close);
    form.addEventListener('submit', async event => {
        event.preventDefault();
        yes.disabled = true;
        const answer = await request('POST', `/chat/messages/${article.dataset.id}/report`, { reason: form.querySelector('input').value });
        yes.disabled = false;
        if (!answer.ok) return void (form.querySelector('.error').textContent = sentence(answer));
        say('Reported. The moderators will look at it.');
        close();
    });
    form.addEventListener('keydown', event => {
        event.stopPropagation(); // the timeline's keys are letters here
        if (event.key === 'Escape') close();
    });
    article.querySelector('.content').append(form);
    form.querySelector('input').focus();
}
