import { opens } from './controls.js';

const OF_BLAZOR = '.mud-dialog button, .mud-overlay, .admin-main button';
const FOR_MANY_CLICKS = '.mud-table-pagination';

/**
 * A double click on a button that opens a dialog is one click: what Blazor does at the first shows only when the server has answered, so
 * the second would open another dialog, or close the menu again.
 */
export const startSingleClicks = () => document.addEventListener('click', event => {
    if (event.detail < 2 || !isOfBlazor(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
}, { capture: true });

const isOfBlazor = target => (target.closest?.(OF_BLAZOR) && !target.closest(FOR_MANY_CLICKS)) || !!opens(target)?.dataset.dialog;
