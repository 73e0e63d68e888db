// A menu most of whose items open dialogs counts as one that does.
const OPENS_DIALOG = '[data-dialog], [data-menu=room-menu]';
const OPEN = '.mud-dialog, .mud-popover-open';
const KEPT = 10_000;
const EXPECTED = 2_000;

let wantedUntil = 0;
let observer = { disconnect() {} };
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;

/**
 * @param {any} target of an event
 * @returns {Element | null} the button that opens a dialog
 */
export const opens = target => target.closest?.(OPENS_DIALOG) ?? null;

/** Whether something is open, or typed, that a circuit holds. */
export const isInUse = () => !!document.querySelector(OPEN);

/** Somebody has asked for a dialog. */
export const want = () => void (wantedUntil = Date.now() + KEPT);

/** Somebody is about to ask for one. */
export const expect = () => void (wantedUntil = Math.max(wantedUntil, Date.now() + EXPECTED));

/** It has opened, or will not. */
export const wantNoMore = () => void (wantedUntil = 0);

/** Whether they still wait for it. */
export const isWanted = () => Date.now() < wantedUntil;

/** @param {() => void} act once what is open has closed, or what was wanted did not open; at a time, one is waited for */
export function onceUnused(act) {
    observer.disconnect();
    clearTimeout(timer);
    if (!isInUse() && !isWanted()) return;
    let hasOpened = isInUse();
    const look = () => {
        hasOpened ||= isInUse();
        clearTimeout(timer);
        if (isWanted() && !hasOpened) timer = setTimeout(look, wantedUntil - Date.now() + 1);
        else if (!isInUse()) {
            observer.disconnect();
            act();
        }
    };
    observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['class'] });
    look();
}
