import { subject } from '../base/subject.js';

// Dialogs belong to islands, and those come up when somebody needs them: what was asked for is kept for them a little while.

const KEPT = 10_000;

let wanted = null;
let wantedIn = '';
let until = 0;
let tell = () => false;
let missed = () => {};

/**
 * Asks the island that has it for a dialog.
 * @param {string} dialog what it is called
 * @param {object} [about]
 */
export function openDialog(dialog, about = {}) {
    [wanted, wantedIn, until] = [{ name: 'dialog', data: { dialog, ...about } }, roomShown(), Date.now() + KEPT];
    if (!tell()) missed();
}

/** @param {() => boolean} listener tells the islands what is wanted, and answers whether there are any */
export const onDialog = listener => void (tell = listener);

/** @param {() => void} act called when a dialog is asked for and no island is there to open it */
export const onMissedDialog = act => void (missed = act);

/** What was asked for and has not opened, in the room that is shown. */
export const stillWanted = () => Date.now() < until && wantedIn === roomShown() ? wanted : null;

const roomShown = () => subject()?.dataset.room;

/** What nobody came to open is not wanted any more. @returns {boolean} whether there was such a dialog */
export function giveUpDialog() {
    const was = wanted !== null;
    wanted = null;
    return was;
}

/** Buttons with `data-dialog` open one. */
export const startDialogs = () => document.addEventListener('click', ({ target }) => {
    const { dialog, name, user } = target.closest?.('[data-dialog]')?.dataset ?? {};
    if (dialog) openDialog(dialog, { name, user_id: user });
});
