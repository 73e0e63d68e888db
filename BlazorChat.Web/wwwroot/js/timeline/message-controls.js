/**
 * What can be acted on in a message: links, reactions, players, actions. What is asked or edited there comes and goes, and
 * is reached by Tab.
 * @param {HTMLElement} article
 * @returns {HTMLElement[]}
 */
export const controlsOf = article =>
    [...article.querySelectorAll('a[href], button, audio, video')].filter(control => !control.closest('form, .confirm'));
