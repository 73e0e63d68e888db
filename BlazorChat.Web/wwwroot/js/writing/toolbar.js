import { drawing } from '../base/drawing.js';
import { keysHere } from '../base/keyboard.js';
import { FORMATS } from './format.js';

const KEY = 'blazorchat-formatting';
const ICONS = {
    bold: 'M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z', italic: 'M10 5h7M7 19h7M14 5l-4 14',
    strike: 'M4 12h16M16 7.5C15.5 6 14 5 12 5c-2.5 0-4 1.3-4 3 0 .8.3 1.4.8 2M8 16.5c.5 1.5 2 2.5 4 2.5 2.5 0 4-1.3 4-3 0-.8-.3-1.5-.8-2',
    link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1', code: 'M8 7l-5 5 5 5M16 7l5 5-5 5',
    block: 'M4 4h16v16H4zM10 9l-3 3 3 3M14 9l3 3-3 3', list: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
    numbers: 'M10 6h10M10 12h10M10 18h10M4 4.5L5.5 4v4.500M4 15h2.5L4 19h2.7', quote: 'M5 5v14M10 7h10M10 12h10M10 17h6',
    preview: 'M2 12s3.6-7 10-7 10 7 10 7-3.6 7-10 7S2 12 2 12zM12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
};

function isWanted() {
    try {
        return localStorage.getItem(KEY) === 'shown';
    } catch {
        return false;
    }
}

function remember(shown) {
    try {
        localStorage.setItem(KEY, shown ? 'shown' : 'hidden');
    } catch {
        // Full or forbidden: it is hidden next time.
    }
}

/**
 * Buttons for formatting above a field, which stay hidden until somebody wants them.
 * @param {HTMLTextAreaElement} area
 * @param {HTMLButtonElement} button shows and hides them
 * @param {{ add: (button: HTMLButtonElement) => void, before: () => void }} preview makes a button show the preview; what is to be done before a text is formatted
 * @param {AbortSignal} signal
 */
export function offerToolbar(area, button, preview, signal) {
    let bar = null;
    const show = shown => {
        if (shown && !bar) area.parentElement.before(bar = build(area, preview));
        if (bar) bar.hidden = !shown;
        button.setAttribute('aria-expanded', String(shown));
    };
    // A button that takes the focus would fold the keyboard of a phone away.
    button.addEventListener('pointerdown', event => event.preventDefault(), { signal });
    button.addEventListener('click', () => {
        const shown = button.getAttribute('aria-expanded') !== 'true';
        show(shown);
        remember(shown);
        area.focus();
    }, { signal });
    signal.addEventListener('abort', () => bar?.remove());
    show(isWanted());
}

function build(area, preview) {
    const bar = Object.assign(document.createElement('div'), { className: 'formatting' });
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', 'Formatting');
    const button = (name, label, key) => {
        const button = Object.assign(document.createElement('button'), { type: 'button', className: 'icon-button', title: key ? `${label} (${keysHere(key)})` : label, tabIndex: -1 });
        button.setAttribute('aria-label', label);
        button.innerHTML = drawing(ICONS[name], 18);
        return button;
    };
    bar.append(...Object.entries(FORMATS).map(([name, { label, key }]) => {
        const format = button(name, label, key);
        format.dataset.format = name;
        return format;
    }));
    bar.firstElementChild.tabIndex = 0;
    const shows = button('preview', 'Preview', 'Ctrl Alt P');
    shows.classList.add('preview-button');
    preview.add(shows);
    bar.append(shows);
    bar.addEventListener('pointerdown', event => event.preventDefault());
    bar.addEventListener('click', ({ target }) => {
        const { format } = target.closest('button')?.dataset ?? {};
        if (!format) return;
        preview.before();
        FORMATS[format].run(area);
    });
    bar.addEventListener('keydown', event => {
        const buttons = [...bar.children];
        const to = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
        if (!to) return;
        event.preventDefault();
        const next = buttons[(buttons.indexOf(event.target) + to + buttons.length) % buttons.length];
        for (const button of buttons) button.tabIndex = button === next ? 0 : -1;
        next.focus();
    });
    return bar;
}
