import { request, sentence } from '../base/api.js';
import { say } from '../base/toast.js';

const cardsOf = article => [...article.querySelectorAll('.link-card')];

/**
 * Takes a link's preview away from a message, for everyone.
 * @param {HTMLElement} article
 * @param {HTMLElement} card
 */
export async function removeCard(article, card) {
    const index = cardsOf(article).indexOf(card);
    const answer = await request('DELETE', `/chat/messages/${article.dataset.id}/previews/${index}?url=${encodeURIComponent(card.dataset.url)}`);
    say(answer.ok ? 'Preview removed' : sentence(answer));
}

/** All of a message, the last one first: those before it keep their places. */
export async function removeCards(article) {
    for (const card of cardsOf(article).reverse()) await removeCard(article, card);
}
