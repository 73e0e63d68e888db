import { request as ask } from './base/api.js';
import { cursorOfIslands } from './circuit/circuit-line.js';
import { isCircuitUp, onCircuit } from './circuit/circuit.js';
import { live } from './live/live.js';
import { Recent } from './live/recent.js';
import { onDialog, stillWanted } from './page/dialogs.js';
import { closePane as close } from './page/panes.js';
import { onMarkedUnread } from './timeline/marked-unread.js';

/** @type {Map<number, { island: any, room: string | null }>} */
const islands = new Map();
const presences = new Map();
/** @type {Recent | null} */
let recent = null;
let handles = 0;

/**
 * Tells an island of everything that happened since its page was drawn, by its method OnLiveEvent(name, json).
 * @param {any} island a DotNetObjectReference
 * @param {string | null} [room] only what concerns this room, or no room
 * @returns {number} what `unlisten` takes
 */
export function listen(island, room = null) {
    if (!recent) begin();
    const handle = ++handles;
    islands.set(handle, { island, room });
    // It comes up later than it was drawn.
    const missed = recent.since(cursorOfIslands()) ?? [{ name: 'reset', data: {} }];
    const wanted = stillWanted();
    for (const event of [...presences.values(), ...missed, ...(wanted ? [wanted] : [])]) tell(handle, event);
    tell(handle, { name: 'connection', data: { state: live.state } });
    document.dispatchEvent(new Event('island-listens'));
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

export const focusTimeline = () => document.getElementById('timeline')?.focus();

export const closePane = () => close();

const menuButton = room => document.querySelector(`[data-menu-of="${CSS.escape(room)}"]`);

/** Where the menu of a room's row belongs, in pixels of the page. */
export function placeOfMenu(room) {
    const at = menuButton(room)?.getBoundingClientRect();
    return at ? [at.left, at.bottom] : [0, 0];
}

/** By keyboard, a menu is of no use until the focus is in it; it cannot take it before it has its place. */
export async function focusFirstChoice() {
    for (let frame = 0; frame < 60; frame++) {
        const choice = document.querySelector('.mud-popover-open [role="menuitem"]');
        choice?.focus();
        if (choice && document.activeElement === choice) return;
        await new Promise(requestAnimationFrame);
    }
}

export const focusMenu = room => menuButton(room)?.focus();

function remember({ name, data }) {
    if (name === 'presence') presences.set(data.user_id, { name, data });
}

function tell(handle, { name, data }) {
    const { island, room } = islands.get(handle);
    if (!isCircuitUp() || (room && data.room_id && data.room_id !== room)) return;
    island.invokeMethodAsync('OnLiveEvent', name, JSON.stringify(brief(name, data))).catch(error => {
        // A circuit that breaks at this moment is no error, since a reset follows when it is back; nor is an island that has gone.
        if (isCircuitUp() && islands.has(handle)) console.error(error);
    });
}

// Islands need to know that a message came, not what it says: its text stays off the circuit. They read the record all the same,
// and that always has one.
function brief(name, { item_html, ...data }) {
    if (!name.startsWith('message')) return data;
    const { id, room_id, number, user_id, username, type, timestamp, mentions, deleted } = data;
    return { id, room_id, number, user_id, username, type, timestamp, mentions, deleted, text: '', html: '' };
}

const tellAll = event => [...islands.keys()].forEach(handle => tell(handle, event));

// Not before the first circuit: until then nobody wants to know.
function begin() {
    recent = new Recent(cursorOfIslands());
    live.subscribe(event => {
        remember(event);
        recent.add({ ...event, data: brief(event.name, event.data) });
        tellAll(event);
    }, cursorOfIslands());
    onDialog(wanted => {
        if (!isCircuitUp() || islands.size === 0) return false;
        tellAll(wanted);
        return true;
    });
    onMarkedUnread(data => tellAll({ name: 'marked_unread', data }));
    live.onState(state => tellAll({ name: 'connection', data: { state } }));
    onCircuit(state => {
        // What happened while the connection was down did not reach the islands.
        if (state === 'up') tellAll({ name: 'reset', data: {} });
        // Other islands listen in the next circuit.
        if (state === 'asleep') islands.clear();
    });
}
