import { dayName } from '../base/format-time.js';
import { continues, startsDay } from './arrange.js';

/**
 * Shows what stands above a message: its day, the line "New", or nothing, because it goes under the name above.
 * @param {HTMLElement} article
 * @param {HTMLElement | undefined} previous
 * @param {boolean} isNew whether the line "New" stands above it
 */
export function settle(article, previous, isNew) {
    const [above, line] = [previous && lineOf(previous), lineOf(article)];
    article.classList.toggle('continues', !isNew && continues(above, line));
    clearAbove(article);
    if (startsDay(above, line)) article.before(day(line.at));
    if (isNew) article.before(separator('new-line', 'New'));
}

/** @param {HTMLElement} article */
export function clearAbove(article) {
    while (isSeparator(article.previousElementSibling)) article.previousElementSibling.remove();
}

/** @param {HTMLElement} article @returns {Element} the first of what stands above it, or itself */
export function topOf(article) {
    let top = article;
    while (isSeparator(top.previousElementSibling)) top = top.previousElementSibling;
    return top;
}

/** @returns {import('./arrange.js').Line} */
export const lineOf = ({ dataset }) => ({
    user: dataset.user, at: Number(dataset.at), type: dataset.type, number: dataset.number ? Number(dataset.number) : NaN,
    deleted: dataset.deleted !== undefined,
});

const isSeparator = element => element?.matches('.day, .new-line') ?? false;

// What stands in a separator is not told to those who listen, and a button must be.
function day(at) {
    const element = Object.assign(document.createElement('div'), { className: 'day' });
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'day-button', textContent: dayName(at), title: 'Jump to a date (J)', tabIndex: -1 });
    button.setAttribute('aria-haspopup', 'dialog');
    button.dataset.at = at;
    element.append(button);
    return element;
}

function separator(name, text) {
    const element = document.createElement('div');
    element.className = name;
    element.setAttribute('role', 'separator');
    element.append(Object.assign(document.createElement('span'), { textContent: text }));
    return element;
}
