import { request as ask } from './base/api.js';
import { isCircuitUp, onCircuit } from './circuit/circuit.js';
import { want, wantNoMore } from './circuit/controls.js';
import { pageSettles } from './circuit/drawn.js';
import { live } from './live/live.js';
import { giveUpDialog, onDialog, stillWanted } from './page/dialogs.js';

/** @type {Map<number, { island: any, names: Set<string>, room: string | null }>} */
const islands = new Map();
let hasBegun = false;
let handles = 0;

/**
 * Tells an island of what happens from now on, by its method OnLiveEvent(name, json).
 * @param {any} island a DotNetObjectReference
 * @param {string[]} names of the events that it wants
 * @param {string | null} [room] only what concerns this room, or no room
 * @returns {number} what `unlisten` takes
 */
export function listen(island, names, room = null) {
    if (!hasBegun) begin();
    const handle = ++handles;
    islands.set(handle, { island, names: new Set(names), room });
    const wanted = stillWanted();
    if (wanted) tell(handle, wanted);
    return handle;
}

/** @param {number} handle */
export const unlisten = handle => void islands.delete(handle);

/** How many islands are up and listening. */
export const listening = () => islands.size;

/**
 * Every write of an island goes through the same HTTP interface that programs use.
 * @returns {Promise<{ status: number, body: any, retry_after: number | null }>}
 */
export async function request(method, url, body) {
    const answer = await ask(method, url, body ?? undefined);
    return { status: answer.status, body: answer.body, retry_after: answer.retryAfter };
}

export { copy } from './base/clipboard.js';
export { say } from './base/toast.js';
export { goToRoom } from './base/walking.js';

function tell(handle, { name, data }) {
    const { island, names, room } = islands.get(handle);
    if (!isCircuitUp() || !names.has(name) || (room && data.room_id && data.room_id !== room)) return;
    const told = island.invokeMethodAsync('OnLiveEvent', name, JSON.stringify(data));
    if (name === 'dialog') told.then(() => (giveUpDialog(), wantNoMore()), () => {});
    told.catch(error => {
        // A circuit that breaks at this moment is no error, since a reset follows when it is back; nor is an island that has gone.
        if (isCircuitUp() && islands.has(handle)) console.error(error);
    });
}

const tellAll = event => [...islands.keys()].forEach(handle => tell(handle, event));

// Not before the first circuit: until then nobody wants to know.
function begin() {
    hasBegun = true;
    live.subscribe(tellAll);
    onDialog(() => {
        if (!isCircuitUp() || islands.size === 0) return false;
        want(); // a page that is drawn would close it
        const wanted = stillWanted();
        pageSettles().then(() => {
            if (stillWanted() === wanted) tellAll(wanted);
            else if (!stillWanted()) wantNoMore(); // another room is shown by now
        });
        return true;
    });
    onCircuit(state => {
        // What happened while the connection was down did not reach the islands.
        if (state === 'up') tellAll({ name: 'reset', data: {} });
        // Other islands listen in the next circuit.
        if (state === 'asleep') islands.clear();
    });
}
