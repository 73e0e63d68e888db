import { requestHtml } from '../base/api.js';

const LIMIT = 50;

/**
 * A page of messages as the server renders it.
 * @typedef {{ articles: HTMLElement[], cursor: string | null, hasMore: boolean, hasNewer: boolean }} Page
 */

/**
 * @param {string} room
 * @param {'before' | 'after' | 'around' | null} [direction] null for the newest page
 * @param {string} [id] of the message it starts from
 * @returns {Promise<Page | null>} null when it could not be had
 */
export async function fetchPage(room, direction = null, id = '') {
    const query = new URLSearchParams({ limit: String(LIMIT), ...(direction && { [direction]: id }) });
    const answer = await requestHtml(`/chat/room/${encodeURIComponent(room)}/history?${query}`);
    if (!answer.ok) return null;
    const template = document.createElement('template');
    template.innerHTML = answer.html;
    return pageOf(template.content.querySelector('.page'));
}

/**
 * @param {HTMLElement} element
 * @returns {Page}
 */
export const pageOf = element => ({
    articles: [...element.querySelectorAll('.message')],
    cursor: element.dataset.cursor || null,
    hasMore: element.dataset.hasMore === 'true', // in the direction asked; around a message: older ones
    hasNewer: element.dataset.hasNewer === 'true',
});
