import { reconnectionHandler, startCircuitSleep } from './circuit.js';
import { startHeldClicks } from './held-click.js';
import { startsNewCircuits } from './new-circuit.js';

/** Starts Blazor for the islands, and tells the page's own scripts when an enhanced navigation has changed the page. */
export async function startBlazor() {
    if (!globalThis.Blazor) return;
    await Blazor.start({ circuit: { reconnectionHandler, configureSignalR: startsNewCircuits } });
    Blazor.addEventListener('enhancedload', () => document.dispatchEvent(new Event('page-updated')));
    startCircuitSleep();
    startHeldClicks();
}
