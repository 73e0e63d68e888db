const WORDS = 'Message from someone you blocked';

/**
 * Folds away what someone I blocked has said, until I ask to see it.
 * @param {HTMLElement} article
 * @param {import('./viewer.js').Viewer} viewer
 */
export function fold(article, viewer) {
    const folded = viewer.blocked.has(article.dataset.user) && !article.classList.contains('unfolded');
    article.classList.toggle('folded', folded);
    const line = article.querySelector(':scope > .fold');
    if (folded && !line) hide(article, viewer);
    else if (!folded && line) show(article, line);
}

/** Folds or unfolds all messages, after I blocked or unblocked someone. */
export function foldAnew(articles, viewer) {
    for (const article of articles) {
        if (!viewer.blocked.has(article.dataset.user)) article.classList.remove('unfolded');
        fold(article, viewer);
    }
}

function hide(article, viewer) {
    const line = document.createElement('div');
    line.className = 'fold';
    line.innerHTML = `<span>${WORDS}</span> <button type="button">Show</button>`;
    line.querySelector('button').addEventListener('click', () => {
        article.classList.add('unfolded');
        fold(article, viewer);
        article.focus({ preventScroll: true });
    });
    article.dataset.label = article.getAttribute('aria-label');
    article.setAttribute('aria-label', WORDS);
    article.prepend(line);
}

function show(article, line) {
    line.remove();
    article.setAttribute('aria-label', article.dataset.label);
    delete article.dataset.label;
}
