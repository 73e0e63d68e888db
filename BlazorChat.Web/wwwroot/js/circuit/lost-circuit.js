import { onCircuit } from './circuit.js';

export const ISLANDS = ['.rooms', '.room-header', '.members'];
const NEEDS_NO_CIRCUIT = 'a[href], [data-open], [data-close], [data-theme-switch], form[action] *';

/**
 * A circuit that cannot be had back leaves its buttons without effect, and its islands as they are. That is worth a word
 * once somebody uses one, and no sooner: the conversation goes on without it.
 * @param {() => void} tell
 */
export function onUseOfLostIsland(tell) {
    let lost = false;
    onCircuit(state => {
        lost = state === 'lost';
        if (lost) moveByWholePages();
    });
    document.addEventListener('click', ({ target }) => {
        if (lost && controlOfIsland(target)) tell();
    }, { capture: true });
}

/** @param {Element} element @returns {string | undefined} what finds the island that it is in */
export const islandOf = element => ISLANDS.find(island => element.closest(island));

/**
 * @param {any} target of an event
 * @returns {Element | null} the button or field of an island that it is about, and that does nothing without a circuit
 */
export function controlOfIsland(target) {
    const control = target.closest?.('button, input');
    return control && islandOf(control) && !control.matches(NEEDS_NO_CIRCUIT) ? control : null;
}

// Islands without a circuit would go on showing the room that was left; whole pages come with a new one.
function moveByWholePages() {
    document.body.dataset.enhanceNav = 'false';
    addEventListener('popstate', event => {
        event.stopImmediatePropagation();
        location.reload();
    }, { capture: true });
}
