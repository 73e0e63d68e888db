import { Backoff } from '../base/backoff.js';
import { live } from '../live/live.js';

const SLEEPS_AFTER = 2 * 60_000;

/** `renewing`: the circuit is gone, and what it was is to be restored in another. @typedef {'up' | 'down' | 'renewing' | 'lost'} CircuitState */

/** @type {Set<(state: CircuitState) => void>} */
const listeners = new Set();
const backoff = new Backoff();
/** @type {CircuitState} */
let state = 'up';
let waking = false;
let tryNow = () => {};

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
    live.onState(now => now === 'open' && wake()); // the server can be reached again
}

async function wake() {
    tryNow();
    if (waking) return;
    waking = true;
    // Someone who is signed out gets no circuit: the connection bar leads them to the sign-in page.
    while ((state === 'down' || state === 'renewing') && document.visibilityState === 'visible' && live.state !== 'signed-out') {
        try {
            await getBack();
        } catch {
            await new Promise(done => {
                tryNow = done;
                setTimeout(done, backoff.next());
            });
        }
    }
    waking = false;
}

async function getBack() {
    if (await Blazor.reconnect()) return;
    enter('renewing');
    if (!await Blazor.resumeCircuit()) enter('lost');
}

function enter(next) {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener(state);
}
