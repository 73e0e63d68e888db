import { ISLANDS, placeOf, standsAt } from './controls.js';

const SCROLLERS = ['.rooms-scroll', '.members-scroll'];
const FIELD = '#room-filter';

/**
 * When a circuit begins, it draws its islands in the place of those on the page. How far somebody has scrolled their lists, what they have
 * typed and where the focus is stays as it was.
 * @template T
 * @param {() => T} draw
 * @returns {T}
 */
export function keeping(draw) {
    const acts = [...SCROLLERS.map(scroller), field(), focus()].filter(Boolean);
    const drawn = draw();
    for (const act of acts) act();
    return drawn;
}

function scroller(selector) {
    const [before, top] = [document.querySelector(selector), document.querySelector(selector)?.scrollTop];
    return top && (() => {
        const now = document.querySelector(selector);
        if (now && now !== before) now.scrollTop = top;
    });
}

// The circuit is told of what it did not see being typed.
function field() {
    const before = document.querySelector(FIELD);
    const value = before?.value;
    return value && (() => {
        const now = document.querySelector(FIELD);
        if (!now || now === before) return;
        now.value = value;
        now.dispatchEvent(new Event('input', { bubbles: true }));
    });
}

function focus() {
    const before = document.activeElement;
    const island = ISLANDS.find(one => before?.closest(one));
    if (!island) return null;
    const caret = before.matches(FIELD) ? [before.selectionStart, before.selectionEnd] : null;
    const place = before.matches('button') ? placeOf(before) : null;
    return () => {
        if (before.isConnected) return;
        const now = place ? standsAt(place) : document.querySelector(caret ? FIELD : `${island} a[href="${CSS.escape(before.getAttribute('href') ?? '')}"]`);
        now?.focus({ preventScroll: true });
        if (caret) now?.setSelectionRange(...caret);
    };
}
