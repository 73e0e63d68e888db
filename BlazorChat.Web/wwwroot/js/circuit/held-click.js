import { isCircuitUp, onCircuit } from './circuit.js';
import { ISLANDS, controlOfIsland, islandOf } from './lost-circuit.js';

const KEPT = 10_000;

/** @typedef {{ island: string, name: string, nth: number, element: Element, until: number }} Held */

/** @type {WeakSet<Element>} drawn without a circuit, or by one that is gone */
const dead = new WeakSet();
/** @type {Held | null} */
let held = null;

/**
 * A button of an island does nothing without a circuit. What was clicked while one comes is clicked again when it is there:
 * on the same button, which a new circuit has drawn again.
 */
export function startHeldClicks() {
    /** @type {import('./circuit.js').CircuitState} */
    let state = 'up';
    remember();
    document.addEventListener('click', event => {
        held = null;
        const control = controlOfIsland(event.target);
        if (!control || state === 'lost' || (isCircuitUp() && !dead.has(control))) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        held = { ...placeOf(control), element: control, until: Date.now() + KEPT };
        control.setAttribute('aria-busy', 'true');
    }, { capture: true });
    onCircuit(now => {
        if (now === 'renewing') remember();
        // A circuit that was found again knows its buttons; a new one draws them first.
        if (now === 'up' && state === 'down') release(element => element.isConnected);
        state = now;
    });
    document.addEventListener('island-listens', () => release(element => !element.isConnected));
}

const remember = () => ISLANDS.forEach(island => document.querySelectorAll(`${island} button`).forEach(one => dead.add(one)));

function release(isReady) {
    if (!held || !isReady(held.element)) return;
    const control = held.element.isConnected ? held.element : find(held);
    const isLate = Date.now() > held.until;
    if (!control && !isLate) return; // another island's turn
    held.element.removeAttribute('aria-busy');
    held = null;
    if (!isLate) control.click();
}

const nameOf = control => control.getAttribute('aria-label') ?? control.textContent?.trim() ?? '';

const alike = (island, name) => [...document.querySelectorAll(`${island} button`)].filter(one => nameOf(one) === name);

function placeOf(control) {
    const [island, name] = [islandOf(control), nameOf(control)];
    return { island, name, nth: alike(island, name).indexOf(control) };
}

const find = ({ island, name, nth }) => alike(island, name)[nth];
