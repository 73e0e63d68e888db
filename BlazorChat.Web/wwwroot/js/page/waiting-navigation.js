import { circuitState } from '../circuit/circuit.js';
import { live } from '../live/live.js';

const PATIENCE = 1_500;
const AGAIN = 2_000;
const NO_ANSWER = /fetch|network|load failed/i; // as Chromium, Firefox and Safari say it
const TO_MESSAGE = /^#message-./;
const NO_PAGES = '[download], [target], [data-lightbox], [data-reply-to], .skip-link';

/**
 * A page that somebody wants to see.
 * @typedef {object} Goal
 * @property {string} href
 * @property {string} name what its link calls it
 * @property {'trying' | 'opening' | 'waiting'} state
 * @property {boolean} isAddress whether it is the address already
 */

/** @type {Goal | null} */
let goal = null;
let shown = location.href;
let timer = 0;
let tell = () => {};

const isAway = () => ['reconnecting', 'offline'].includes(live.state);

/**
 * Blazor changes the address at a click and then asks for the page; without an answer, the old one stays on the screen for
 * ever. Here it is said what is waited for, and gone there once that can be had.
 * @param {(goal: Goal | null) => void} onChange
 */
export function startWaitingNavigation(onChange) {
    tell = onChange;
    document.addEventListener('click', clicked, { capture: true });
    addEventListener('popstate', event => {
        if (pageOf(location.href) === pageOf(shown)) return goal?.isAddress && become(null);
        if (isAway()) {
            event.stopImmediatePropagation(); // Blazor would ask in vain
            become({ href: location.href, name: '', state: 'waiting', isAddress: true });
        } else attempt(location.href, '');
    }, { capture: true });
    document.addEventListener('page-updated', () => {
        shown = location.href;
        become(null);
    });
    addEventListener('unhandledrejection', event => {
        if (!(event.reason instanceof TypeError && NO_ANSWER.test(event.reason.message))) return;
        // A script, or a form, led there.
        if (!goal && pageOf(location.href) !== pageOf(shown)) goal = { href: location.href, name: '', state: 'trying', isAddress: true };
        if (!goal?.isAddress) return;
        event.preventDefault(); // Blazor's request failed: that is said on the page
        if (goal.state !== 'waiting') wait();
    });
    live.onState(() => {
        if (isAway()) goal && wait();
        else if (goal?.state === 'waiting') go();
    });
}

function clicked(event) {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return;
    const link = event.target.closest?.('a[href]');
    if (!link || link.origin !== location.origin || link.matches(NO_PAGES) || isOfThisPage(link)) return;
    const name = link.querySelector('.room-name')?.textContent ?? '';
    if (!isAway()) return attempt(link.href, name);
    event.preventDefault();
    event.stopImmediatePropagation();
    become({ href: link.href, name, state: 'waiting', isAddress: false });
}

function attempt(href, name) {
    become({ href, name, state: 'trying', isAddress: true });
    timer = setTimeout(() => become({ ...goal, state: 'opening' }), PATIENCE);
}

function wait() {
    become({ ...goal, state: 'waiting' });
    if (!isAway()) timer = setTimeout(go, AGAIN);
}

function go() {
    const { href, name } = goal;
    attempt(href, name);
    if (circuitState() !== 'down') Blazor.navigateTo(href, { replaceHistoryEntry: location.href === href });
    else location.assign(href); // a whole page comes with a circuit of its own
}

function become(next) {
    clearTimeout(timer);
    goal = next;
    document.documentElement.toggleAttribute('data-opening', goal?.state === 'trying' || goal?.state === 'opening');
    tell(goal);
}

// The messages of the room on the screen are gone to by its timeline, whatever else the address says.
const isOfThisPage = ({ hash, href, pathname }) => hash && pageOf(href) === pageOf(shown) ||
    TO_MESSAGE.test(hash) && pathname === location.pathname && !!document.querySelector('chat-timeline:not([data-thread])');

const pageOf = href => href.split('#')[0];
