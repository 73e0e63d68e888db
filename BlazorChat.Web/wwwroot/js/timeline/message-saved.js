/**
 * Says on a message that I have saved it.
 * @param {HTMLElement} article
 * @param {import('./viewer.js').Viewer} viewer
 */
export function markSaved(article, viewer) {
    const { id, deleted } = article.dataset;
    const saved = viewer.saved.has(id) && deleted === undefined;
    article.toggleAttribute('data-saved', saved);
    const mark = article.querySelector(':scope > .content > .saved-mark');
    if (!saved) mark?.remove();
    else if (!mark) article.querySelector(':scope > .content > .byline')?.after(Object.assign(document.createElement('div'), { className: 'saved-mark', textContent: 'Saved' }));
}
