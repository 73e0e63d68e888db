import { wrapLine } from './circuit-line.js';
import { reconnectionHandler } from './circuit.js';
import { followNavigation } from './drawn.js';
import { startReaching } from './reach.js';

/** Starts Blazor for the islands, and tells the page's own scripts when an enhanced navigation has changed the page. */
export async function startBlazor() {
    if (!globalThis.Blazor) return;
    startReaching();
    await Blazor.start({ circuit: { reconnectionHandler, configureSignalR: wrapLine } });
    followNavigation();
}
