import { Backoff } from '../base/backoff.js';
import { live } from '../live/live.js';
import { beginCircuit, endCircuit, reconnecting } from './circuit-line.js';
import { isInUse, isWanted, wantNoMore } from './controls.js';

const GIVES_UP_AFTER = 30_000;
const RESTS_AT_MOST = 5_000;

/** `down`: the connection is lost, and what a circuit holds is in use. @typedef {'asleep' | 'waking' | 'up' | 'down'} CircuitState */

/** @type {Set<(state: CircuitState) => void>} */
const listeners = new Set();
const backoff = new Backoff();
/** @type {CircuitState} */
let state = 'asleep';
let tryNow = () => {};
/** Blazor draws no more after an error of its own. */
let isBroken = false;
/** A circuit that goes is gone before another one comes. */
let rested = Promise.resolve();
let isRested = () => {};

/** @param {(state: CircuitState) => void} listener */
export const onCircuit = listener => void listeners.add(listener);

/** @returns {CircuitState} */
export const circuitState = () => state;

/** Whether the islands can be reached. */
export const isCircuitUp = () => state === 'up';

/** Somebody reaches for what needs a circuit. */
export async function wake() {
    tryNow();
    if (state !== 'asleep') return;
    enter('waking');
    while (!await begins()) {
        if (isBroken || !isWanted()) return enter('asleep');
        await pause();
    }
    backoff.reset();
    enter('up');
}

/** Nobody needs the circuit any more. */
export async function sleep() {
    if (state !== 'up') return;
    wantNoMore();
    lieDown();
    await endCircuit();
    await rested;
}

/** Blazor's own handling opens a dialog at every loss. The conversation needs no circuit, so nothing is said here. */
export const reconnectionHandler = {
    async onConnectionDown() {
        if (state === 'up' && isInUse()) {
            enter('down');
            if (await getBack()) return enter('up');
        }
        if (state !== 'asleep') lieDown();
        globalThis.mudPopover?.dispose(); // begins with each circuit, and complains of one that never ended
        isBroken = !await Blazor.resumeCircuit();
        isRested();
        if (isBroken) document.body.dataset.enhanceNav = 'false'; // whole pages come without what is broken
        else if (isInUse() || isWanted()) wake(); // what a lost circuit left on the screen goes
    },
    onConnectionUp() {},
};

// A circuit that is found again knows what was typed into its dialogs.
async function getBack() {
    const since = Date.now();
    while (Date.now() - since < GIVES_UP_AFTER && live.state !== 'signed-out')
        try {
            return await reconnecting(() => Blazor.reconnect());
        } catch {
            await pause();
        }
    return false;
}

function lieDown() {
    rested = new Promise(done => {
        isRested = done;
        setTimeout(done, RESTS_AT_MOST);
    });
    enter('asleep');
}

async function begins() {
    await rested;
    return !isBroken && beginCircuit().then(() => true, () => false);
}

const pause = () => new Promise(done => {
    tryNow = () => done();
    setTimeout(done, backoff.next());
});

live.onState(now => now === 'open' && tryNow()); // the server can be reached again

function enter(next) {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener(state);
}
