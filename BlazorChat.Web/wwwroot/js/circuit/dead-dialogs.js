import { isCircuitUp, onCircuit } from './circuit.js';

const OPEN = '.mud-dialog-container, .mud-popover-open, .mud-overlay';
const LEAVES = '.mud-overlay, .mud-dialog .mud-button-close, .mud-dialog-actions button';

/**
 * A dialog or menu whose circuit is lost hears nothing any more, and the next circuit may take as long as the server does.
 * Until then it can be left by Escape, its buttons or a click beside it, so that it does not cover what can still be read and
 * written. It shows again, with what was typed, if its own circuit is found again; a new circuit does not draw it.
 */
export function startLeavingDeadDialogs() {
    document.addEventListener('keydown', event => event.key === 'Escape' && leave(), { capture: true });
    document.addEventListener('click', event => event.target.closest?.(LEAVES) && leave(), { capture: true });
    onCircuit(state => state === 'up' && show(true));
}

function leave() {
    if (!isCircuitUp()) show(false);
}

function show(isShown) {
    for (const part of document.querySelectorAll(OPEN)) part.hidden = !isShown;
}
