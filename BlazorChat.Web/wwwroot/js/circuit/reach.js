import { isCircuitUp, onCircuit, sleep, wake } from './circuit.js';
import { expect, isInUse, opens, want } from './controls.js';

const LOOKS_EVERY = 10_000;
const SLEEPS_AFTER = 30_000;

let reachedAt = 0;
let pointer = { x: -1, y: -1 };
let tooLate = () => {};

/** @param {() => void} tell called when a circuit was waited for in vain */
export const onTooLate = tell => void (tooLate = tell);

/**
 * A circuit is there while somebody needs it. It begins when they reach for what opens a dialog, so that it is often there at the
 * click; a dialog that is asked for earlier opens when it is there.
 */
export function startReaching() {
    for (const name of ['pointerover', 'pointerdown', 'focusin'])
        document.addEventListener(name, event => !isAtRest(event) && !isGivenBack(event) && opens(event.target) && reach(), { passive: true });
    for (const name of ['pointermove', 'pointerdown']) document.addEventListener(name, note, { passive: true });
    let before = 'asleep';
    onCircuit(state => {
        if (state === 'up') setTimeout(look, LOOKS_EVERY);
        if (state === 'asleep' && before === 'waking') tooLate();
        before = state;
    });
}

/** A dialog is asked for, and no island is there to open it. */
export function reachFor() {
    want();
    reach();
}

// What is drawn again under a pointer that rests is not reached for.
function isAtRest(event) {
    if (event.type !== 'pointerover') return false;
    const rests = event.screenX === pointer.x && event.screenY === pointer.y;
    note(event);
    return rests;
}

function note({ screenX, screenY }) {
    pointer = { x: screenX, y: screenY };
}

// The focus comes back from a dialog to what opened it.
const isGivenBack = ({ type, relatedTarget }) => type === 'focusin' && (!relatedTarget || !!relatedTarget.closest?.('.mud-dialog'));

function reach() {
    reachedAt = Date.now();
    expect();
    wake();
}

// Only while there is a circuit: a page without one has nothing to look at.
function look() {
    if (!isCircuitUp()) return;
    const isFocused = document.visibilityState === 'visible' && opens(document.activeElement ?? {});
    if (Date.now() - reachedAt < SLEEPS_AFTER || isInUse() || isFocused) setTimeout(look, LOOKS_EVERY);
    else sleep();
}
