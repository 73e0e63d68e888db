import { tell } from '../base/announcer.js';
import { copy } from '../base/clipboard.js';
import { drawing } from '../base/drawing.js';
import { say } from '../base/toast.js';
import { colours } from './code-colours.js';

const SHEETS = 'M9 9h11v11H9zM5 15H4V4h11v1';
const DONE = 'M5 12.5l4.5 4.5L19 7.5';
const SHOWN = 1_500; // how long a button says that it has copied

// Code gets its colours when it comes near to being seen: the first of it loads what makes them.
const near = globalThis.IntersectionObserver && new IntersectionObserver(seen => {
    for (const { isIntersecting, target } of seen) if (isIntersecting) {
        near.unobserve(target);
        colour(target);
    }
}, { rootMargin: '200px' });

/**
 * Gives blocks of code a button that copies them, the name of their language and its colours.
 * @param {HTMLElement} article
 */
export function dressCode(article) {
    for (const pre of article.querySelectorAll('.text pre')) if (!pre.parentElement.matches('.code-block')) {
        const code = pre.querySelector('code');
        const box = Object.assign(document.createElement('div'), { className: 'code-block', dir: 'ltr' });
        pre.replaceWith(box);
        box.append(pre, copyButton(code));
        const language = [...code.classList].find(name => name.startsWith('language-'))?.slice('language-'.length);
        if (!language) continue;
        box.dataset.language = language;
        near?.observe(code);
    }
}

function copyButton(code) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy-code', title: 'Copy code', innerHTML: drawing(SHEETS, 16) });
    button.setAttribute('aria-label', 'Copy code');
    button.addEventListener('click', async () => {
        const copied = await copy(code.textContent);
        if (!copied) return say('Your browser does not allow copying.');
        tell('Copied.');
        button.innerHTML = drawing(DONE, 16);
        setTimeout(() => button.innerHTML = drawing(SHEETS, 16), SHOWN);
    });
    return button;
}

async function colour(code) {
    const text = code.textContent;
    const coloured = await colours(text, code.closest('.code-block').dataset.language);
    const isSame = coloured && coloured.textContent === text && [...coloured.querySelectorAll('*')].every(one => one.localName === 'span');
    if (isSame && code.isConnected && code.textContent === text) code.replaceChildren(coloured);
}
