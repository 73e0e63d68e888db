import { requestHtml } from './api.js';

/**
 * Has the server draw a part of this page once more.
 * @param {HTMLElement} element where it is
 * @param {string} selector of the part
 * @returns {Promise<{ isAnswered: boolean, part: Element | null }>} no part where the page is out of sight or another one by now
 */
export async function drawnAgain(element, selector) {
    const asked = location.href;
    const { ok, status, html } = await requestHtml(asked);
    if (!ok) return { isAnswered: status >= 400 && status < 500, part: null };
    if (!element.isConnected || location.href !== asked) return { isAnswered: true, part: null };
    const template = document.createElement('template');
    template.innerHTML = html;
    return { isAnswered: true, part: template.content.querySelector(selector) };
}
