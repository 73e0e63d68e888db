/**
 * What was written, read back from how it is shown: line breaks are elements there, and the "edited" note is not text.
 * @param {Element} article
 */
export function textOf(article) {
    const shown = article.querySelector('.text')?.cloneNode(true);
    if (!shown) return '';
    shown.querySelectorAll('.edited').forEach(note => note.remove());
    shown.querySelectorAll('br').forEach(line => line.replaceWith('\n'));
    return shown.textContent.trim();
}

/** The beginning of a text, on one line. */
export const excerptOf = (text, most = 120) => {
    const points = [...text.replace(/\s+/g, ' ').trim()];
    return points.length > most ? `${points.slice(0, most - 1).join('')}…` : points.join('');
};
