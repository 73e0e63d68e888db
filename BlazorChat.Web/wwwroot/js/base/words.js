import { withoutBlankEnds } from './blanks.js';

/**
 * The text of what is shown, in lines: line breaks and blocks are elements there.
 * @param {Element | DocumentFragment} shown is changed by this
 */
export function inLines(shown) {
    shown.querySelectorAll('br').forEach(line => line.replaceWith('\n'));
    shown.querySelectorAll('p, ul, ol, li, blockquote, pre').forEach(block => {
        if (block.previousSibling) block.before('\n');
        if (block.nextSibling) block.after('\n');
    });
    return withoutBlankEnds(shown.textContent.replace(/\n{3,}/g, '\n\n'));
}

/** What a message says, without its formatting, from its HTML. */
export function wordsIn(html) {
    const shown = document.createElement('template');
    shown.innerHTML = html;
    return inLines(shown.content);
}
