import { inLines, wordsIn } from '../base/words.js';

/**
 * What was written: kept beside what is shown where that is formatted, and else read back from there.
 * @param {Element} article
 */
export const textOf = article => article.querySelector('.text')?.dataset.source
    // A mention shows what somebody is called; what was written is in its title.
    ?? plain(article, shown => shown.querySelectorAll('.mention[title]').forEach(mention => mention.replaceWith(mention.title)));

/** What a message says, without its formatting: its text as shown, or else the name of its file. */
export const wordsOf = article => plain(article) || (article.querySelector('.attachment')?.dataset.name ?? '');

/**
 * Shows a text as the server formatted it.
 * @param {HTMLElement} element
 * @param {{ text: string, html: string }} message
 */
export function showText(element, { text, html }) {
    element.innerHTML = html; // the server made it safe to show
    element.dataset.source = text;
}

// The "edited" note is not text.
function plain(article, prepare) {
    const shown = article.querySelector('.text')?.cloneNode(true);
    if (!shown) return '';
    shown.querySelectorAll('.edited').forEach(note => note.remove());
    prepare?.(shown);
    shown.querySelectorAll('img.custom-emoji').forEach(image => image.replaceWith(image.alt));
    return inLines(shown);
}

/**
 * What a screen reader is told of a new message.
 * @param {{ username: string, display_name: string | null, html: string | null, file_name: string | null }} message
 */
export function newsOf({ username, display_name, html, file_name }) {
    const name = display_name ?? username;
    const words = excerptOf(wordsIn(html ?? ''));
    if (!file_name) return `${name}: ${words}`;
    return `${name} sent ${file_name}${words ? `: ${words}` : ''}`;
}

/** The beginning of a text, on one line, as the server cuts it. */
export const excerptOf = (text, most = 120) => {
    const points = [...text.replace(/\s+/g, ' ').trim()];
    return points.length > most ? `${points.slice(0, most).join('')}…` : points.join('');
};
