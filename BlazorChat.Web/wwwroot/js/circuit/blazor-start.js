import { wrapLine } from './circuit-line.js';
import { reconnectionHandler } from './circuit.js';
import { startLeavingDeadDialogs } from './dead-dialogs.js';
import { followNavigation } from './drawn.js';
import { startReaching } from './reach.js';
import { startSingleClicks } from './single-clicks.js';

/** Starts Blazor for the islands, and tells the page's own scripts when an enhanced navigation has changed the page. */
export async function startBlazor() {
    startSingleClicks();
    startReaching();
    startLeavingDeadDialogs();
    // Its script runs after this one, and before the page is said to be there.
    if (!globalThis.Blazor) await new Promise(done => document.addEventListener('DOMContentLoaded', done, { once: true }));
    if (!globalThis.Blazor) return;
    await Blazor.start({ circuit: { reconnectionHandler, configureSignalR: wrapLine } });
    followNavigation();
}
