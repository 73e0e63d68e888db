import { fullTime, timeOfDay } from '../page/format-time.js';
import { fold } from './message-fold.js';

/**
 * Adds to a message what differs between viewers; the server renders it once for all.
 * @param {HTMLElement} article
 * @param {import('./viewer.js').Viewer} viewer
 */
export function dress(article, viewer) {
    const mine = article.dataset.user === viewer.me;
    article.classList.toggle('mine', mine);
    article.classList.toggle('mentions-me', !mine && (article.dataset.mentions?.split(' ').includes(viewer.me) ?? false));
    fold(article, viewer);
    for (const time of article.querySelectorAll('time[data-at]')) {
        time.textContent = timeOfDay(Number(time.dataset.at));
        time.title = fullTime(Number(time.dataset.at));
    }
    for (const reaction of article.querySelectorAll('.reaction')) {
        const given = reaction.dataset.users.split(' ').includes(viewer.me);
        reaction.classList.toggle('mine', given);
        reaction.setAttribute('aria-pressed', String(given));
    }
}
