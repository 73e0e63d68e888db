import { requestHtml } from '../base/api.js';

const LIMIT = 50;

/**
 * A page of messages as the server renders it.
 * @typedef {{ articles: HTMLElement[], cursor: string | null, hasMore: boolean, hasNewer: boolean, root?: HTMLElement | null }} Page the
 *     root: on what a thread hangs
 */

/**
 * @param {import('./timeline-place.js').Place} place
 * @param {'before' | 'after' | 'around' | null} [direction] null for the newest page
 * @param {string} [id] of the message it starts from
 * @returns {Promise<Page | null>} null when it could not be had
 */
export async function fetchPage(place, direction = null, id = '') {
    const query = new URLSearchParams({ limit: String(LIMIT), ...(direction && { [direction]: id }) });
    const answer = await requestHtml(`${place.pages}?${query}`);
    if (!answer.ok) return null;
    const template = document.createElement('template');
    template.innerHTML = answer.html;
    const root = template.content.querySelector('.thread-root > .message');
    return { ...pageOf(template.content.querySelector('.page'), place), root };
}

/**
 * @param {HTMLElement} element
 * @param {import('./timeline-place.js').Place} place
 * @returns {Page}
 */
export const pageOf = (element, place) => ({
    articles: [...element.querySelectorAll('.message')].map(place.adopt),
    cursor: element.dataset.cursor || null,
    hasMore: element.dataset.hasMore === 'true', // in the direction asked; around a message: older ones
    hasNewer: element.dataset.hasNewer === 'true',
});
