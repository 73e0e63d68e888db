import { Backoff } from './backoff.js';

const SLEEPS_AFTER = 2 * 60_000;

/** @typedef {'up' | 'down' | 'lost'} CircuitState */

/** @type {Set<(state: CircuitState) => void>} */
const listeners = new Set();
const backoff = new Backoff();
/** @type {CircuitState} */
let state = 'up';
let waking = false;

/** @param {(state: CircuitState) => void} listener */
export const onCircuit = listener => listeners.add(listener);

/** Whether the islands can be reached. */
export const isCircuitUp = () => state === 'up';

/**
 * Blazor's own handling opens a dialog at every loss and reloads the page when a circuit is gone. The conversation needs
 * no circuit, so here nothing is said and it is got back quietly.
 */
export const reconnectionHandler = {
    onConnectionDown() {
        enter('down');
        wake();
    },
    onConnectionUp() {
        backoff.reset();
        enter('up');
    },
};

/** A page that nobody looks at gives its circuit back: it is most of what a user costs the server. */
export function startCircuitSleep() {
    let timer = 0;
    document.addEventListener('visibilitychange', () => {
        clearTimeout(timer);
        if (document.visibilityState === 'visible') wake();
        // pauseCircuit does nothing once a reconnect has happened; a closed connection is kept, or stored, by the server.
        else timer = setTimeout(() => globalThis.Blazor?._internal?.forceCloseConnection?.(), SLEEPS_AFTER);
    });
    addEventListener('online', () => wake());
}

async function wake() {
    if (waking) return;
    waking = true;
    while (state === 'down' && document.visibilityState === 'visible') {
        try {
            if (!await Blazor.reconnect() && !await Blazor.resumeCircuit()) enter('lost');
        } catch {
            await new Promise(done => setTimeout(done, backoff.next())); // the server cannot be reached at the moment
        }
    }
    waking = false;
}

function enter(next) {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener(state);
}
