/** What each island draws. */
export const ISLANDS = ['.rooms', '.room-header', '.members'];
const NEEDS_NO_CIRCUIT = 'a[href], [data-open], [data-close], [data-unread-beyond], [data-theme-switch], [data-profile-of], own-corner *, form[action] *';
const OPEN = '.mud-dialog, .mud-popover-open, .mud-snackbar';
const KEPT = 10_000;

let wantedUntil = 0;

/**
 * @param {any} target of an event
 * @returns {Element | null} the button or field of an island that it is about, and that does nothing without a circuit
 */
export function controlOfIsland(target) {
    const control = target.closest?.('button, input');
    return control?.closest(ISLANDS.join()) && !control.matches(NEEDS_NO_CIRCUIT) ? control : null;
}

export const buttonsOfIslands = () => document.querySelectorAll(ISLANDS.map(island => `${island} button`).join());

/** Whether something is open, or typed, that a circuit holds. */
export const isInUse = () => !!document.querySelector(`${OPEN}, #room-filter:not(:placeholder-shown)`);

/** Somebody has asked for something that needs a circuit. */
export const want = () => void (wantedUntil = Date.now() + KEPT);

/** It is there. */
export const wantNoMore = () => void (wantedUntil = 0);

/** Whether they still wait for it. */
export const isWanted = () => Date.now() < wantedUntil;

/** @typedef {{ island: string, name: string, nth: number }} Place which of the buttons of an island that are called the same */

/**
 * @param {Element} control of an island
 * @returns {Place}
 */
export function placeOf(control) {
    const island = ISLANDS.find(one => control.closest(one));
    const name = nameOf(control);
    return { island, name, nth: alike(island, name).indexOf(control) };
}

/** @param {Place} place @returns {any} the button that stands there now */
export const standsAt = ({ island, name, nth }) => alike(island, name)[nth];

const alike = (island, name) => [...document.querySelectorAll(`${island} button`)].filter(one => nameOf(one) === name);

const nameOf = control => control.getAttribute('aria-label') ?? control.textContent?.trim() ?? '';
