import { request, sentence } from '../base/api.js';
import { say } from '../base/toast.js';

/**
 * Gives a reaction, or takes it back if it is mine. The event that follows shows it to everyone, here too.
 * @param {HTMLElement} article
 * @param {string} reaction
 */
export async function toggleReaction(article, reaction) {
    const pill = article.querySelector(`.reaction[data-reaction="${CSS.escape(reaction)}"]`);
    const given = pill?.getAttribute('aria-pressed') === 'true';
    const answer = await request(given ? 'DELETE' : 'POST', '/chat/reactions', { message_id: article.dataset.id, reaction });
    if (!answer.ok) say(sentence(answer));
}
