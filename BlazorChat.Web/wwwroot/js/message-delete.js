import { request, sentence } from './api.js';

/**
 * Asks where the message stands, then deletes it.
 * @param {HTMLElement} article
 */
export function confirmDelete(article) {
    article.closest('chat-timeline').querySelector('.confirm')?.remove();
    const confirm = document.createElement('div');
    confirm.className = 'confirm';
    confirm.setAttribute('role', 'alertdialog');
    confirm.setAttribute('aria-label', 'Delete this message?');
    confirm.innerHTML = `<span>Delete this message?</span>
        <button type="button" class="danger">Delete</button> <button type="button">Cancel</button>`;
    const [yes, no] = confirm.querySelectorAll('button');
    const close = () => {
        confirm.remove();
        article.focus({ preventScroll: true });
    };
    no.addEventListener('click', close);
    yes.addEventListener('click', async () => {
        yes.disabled = true;
        const answer = await request('DELETE', `/chat/messages/${article.dataset.id}`);
        if (answer.ok || answer.status === 404) return close();
        yes.disabled = false;
        confirm.querySelector('span').textContent = sentence(answer);
    });
    confirm.addEventListener('keydown', event => {
        event.stopPropagation();
        if (event.key === 'Escape') close();
    });
    article.querySelector('.content').append(confirm);
    no.focus();
}
