// Dialogs belong to islands, and those come up when somebody needs them: what was asked for is kept for them a little while.

const KEPT = 10_000;

let wanted = null;
let until = 0;
let tell = () => false;
let missed = () => {};

/**
 * Asks the island that has it for a dialog.
 * @param {'member' | 'invites' | 'settings' | 'browse' | 'create'} dialog
 * @param {object} [about]
 */
export function openDialog(dialog, about = {}) {
    const event = { name: 'dialog', data: { dialog, ...about } };
    if (tell(event)) return;
    [wanted, until] = [event, Date.now() + KEPT];
    missed();
}

/** @param {(event: object) => boolean} listener tells the islands, and answers whether there are any */
export const onDialog = listener => void (tell = listener);

/** @param {() => void} act called when a dialog is asked for and no island is there to open it */
export const onMissedDialog = act => void (missed = act);

/** What was asked for while nobody listened. */
export const stillWanted = () => Date.now() < until ? wanted : null;

/** Buttons of the page itself with `data-dialog` open one. */
export const startDialogs = () => document.addEventListener('click', ({ target }) => {
    const button = target.closest?.('[data-dialog]');
    if (button) openDialog(button.dataset.dialog);
});
