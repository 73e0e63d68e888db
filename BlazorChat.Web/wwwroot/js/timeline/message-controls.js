/**
 * The controls in a message: links, reactions, players, actions. Forms that come and go in it are not among them: Tab
 * reaches those.
 * @param {HTMLElement} article
 * @returns {HTMLElement[]}
 */
export const controlsOf = article =>
    [...article.querySelectorAll('a[href], button, audio, video')].filter(control => !control.closest('form, .confirm'));
