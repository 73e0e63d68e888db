import { withoutBlankEnds } from '../base/blanks.js';

/**
 * What was written, read back from how it is shown: line breaks are elements there, and the "edited" note is not text.
 * @param {Element} article
 */
export function textOf(article) {
    // A mention shows what somebody is called; what was written is in its title.
    return plain(article, shown => shown.querySelectorAll('.mention[title]').forEach(mention => mention.replaceWith(mention.title)));
}

/** A message in one line: its text as shown, or else the name of its file. */
export const wordsOf = article => plain(article) || (article.querySelector('.attachment')?.dataset.name ?? '');

function plain(article, prepare) {
    const shown = article.querySelector('.text')?.cloneNode(true);
    if (!shown) return '';
    shown.querySelectorAll('.edited').forEach(note => note.remove());
    prepare?.(shown);
    shown.querySelectorAll('br').forEach(line => line.replaceWith('\n'));
    return withoutBlankEnds(shown.textContent);
}

/**
 * What a screen reader is told of a new message.
 * @param {{ username: string, display_name: string | null, text: string | null, file_name: string | null }} message
 */
export function newsOf({ username, display_name, text, file_name }) {
    const name = display_name ?? username;
    if (!file_name) return `${name}: ${excerptOf(text ?? '')}`;
    return `${name} sent ${file_name}${text ? `: ${excerptOf(text)}` : ''}`;
}

/** The beginning of a text, on one line. */
export const excerptOf = (text, most = 120) => {
    const points = [...text.replace(/\s+/g, ' ').trim()];
    return points.length > most ? `${points.slice(0, most - 1).join('')}…` : points.join('');
};
