import { isCircuitUp, onCircuit, sleep, wake } from './circuit.js';
import { buttonsOfIslands, controlOfIsland, isInUse, placeOf, standsAt, want } from './controls.js';

const LOOKS_EVERY = 10_000;
const SLEEPS_AFTER = 30_000;

/** @type {WeakSet<Element>} buttons that were drawn before the circuit that is up, or that comes */
let dead = new WeakSet();
/** @type {(import('./controls.js').Place & { element: Element }) | null} what was clicked before it did anything */
let held = null;
let reachedAt = 0;
let pointer = { x: -1, y: -1 };
let tooLate = () => {};

/** @param {() => void} tell called when what was clicked has waited in vain */
export const onTooLate = tell => void (tooLate = tell);

/**
 * A circuit is there while somebody needs it. It begins when they reach for what needs one, so that it is often there at the
 * click; what is clicked earlier is clicked again when it is there, on the same button, which the circuit has drawn again.
 */
export function startReaching() {
    for (const name of ['pointerover', 'pointerdown', 'focusin'])
        document.addEventListener(name, event => controlOfIsland(event.target) && !isAtRest(event) && reach(), { passive: true });
    document.addEventListener('click', hold, { capture: true });
    document.addEventListener('island-listens', () => release(({ isConnected }) => !isConnected));
    let before = 'asleep';
    onCircuit(state => {
        if (state === 'waking') dead = new WeakSet(buttonsOfIslands());
        if (state === 'up') setTimeout(look, LOOKS_EVERY);
        if (state === 'up' && before === 'down') release(({ isConnected }) => isConnected);
        if (state === 'asleep' && before === 'waking' && held) giveUp();
        before = state;
    });
}

/** A dialog is asked for, and no island is there to open it. */
export function reachFor() {
    if (!isCircuitUp()) want(); // one that is up has come; what it draws is on its way
    reach();
}

// What is drawn again under a pointer that rests is not reached for.
function isAtRest({ type, screenX, screenY }) {
    if (type !== 'pointerover') return false;
    const rests = screenX === pointer.x && screenY === pointer.y;
    pointer = { x: screenX, y: screenY };
    return rests;
}

function reach() {
    reachedAt = Date.now();
    wake();
}

function hold(event) {
    letGo();
    const control = controlOfIsland(event.target);
    if (!control || (isCircuitUp() && !dead.has(control))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    held = { ...placeOf(control), element: control };
    control.setAttribute('aria-busy', 'true');
    reachFor();
}

function release(isReady) {
    if (!held || !isReady(held.element)) return;
    const control = held.element.isConnected ? held.element : standsAt(held);
    if (!control) return; // another island's turn
    letGo();
    control.click();
}

function giveUp() {
    letGo();
    tooLate();
}

function letGo() {
    held?.element.removeAttribute('aria-busy');
    held = null;
}

// Only while there is a circuit: a page without one has nothing to look at.
function look() {
    if (!isCircuitUp()) return;
    const isFocused = document.visibilityState === 'visible' && controlOfIsland(document.activeElement ?? {});
    if (Date.now() - reachedAt < SLEEPS_AFTER || isInUse() || isFocused) setTimeout(look, LOOKS_EVERY);
    else sleep();
}
