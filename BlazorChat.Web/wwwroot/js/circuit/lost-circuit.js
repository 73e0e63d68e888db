import { onCircuit } from './circuit.js';

const ISLANDS = '.rooms, .room-header, .members';
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
        const control = lost && target.closest?.('button, input');
        if (control && control.closest(ISLANDS) && !control.matches(NEEDS_NO_CIRCUIT)) tell();
    }, { capture: true });
}

// Islands without a circuit would go on showing the room that was left; whole pages come with a new one.
function moveByWholePages() {
    document.body.dataset.enhanceNav = 'false';
    addEventListener('popstate', event => {
        event.stopImmediatePropagation();
        location.reload();
    }, { capture: true });
}
