import { request } from '../base/api.js';
import { Refresh } from '../base/refresh.js';
import { subject } from '../base/subject.js';
import { circuitState, isCircuitUp, onCircuit } from '../circuit/circuit.js';
import { live } from '../live/live.js';
import { showPresence } from '../people/presence-dot.js';

// What timelines, badges and the typing indicator show by themselves.
const SHOWN = new Set(['message', 'message_edited', 'message_deleted', 'reaction', 'typing', 'read', 'pin']);
const OF_ANY_ROOM = new Set(['room', 'preferences', 'block', 'profile', 'reset']);
const MOVES_AFTER = 1_000;
const MOVES_EVERY = 15_000;
const OPEN = ':popover-open, dialog[open], .message-menu';
const TAKES_AT_MOST = 10_000;
const LONGEST_TIMER = 2_147_483_647;

/**
 * Keeps what is around the conversation up to date while there is no circuit: who is here by themselves, all else by having
 * the server draw the page again, in place.
 * @param {string} me
 */
export function startStillPage(me) {
    const refresh = new Refresh(drawAgain, { isVisible: isFree, setTimeout: (...args) => setTimeout(...args) });
    let [moving, movedAt] = [0, 0];
    live.subscribe(({ name, data }) => {
        if (isCircuitUp()) return;
        if (name === 'presence') {
            const isElsewhere = rowOf(data.user_id) && !rowOf(data.user_id).querySelector(`.dot.${data.status}`);
            for (const place of placesOf(data.user_id)) showPresence(place, data.status);
            // In the list of members they move to another group: soon, but not with everybody who comes and goes.
            if (isElsewhere) moving ||= setTimeout(() => {
                [moving, movedAt] = [0, Date.now()];
                if (!isCircuitUp()) refresh.outdated();
            }, Math.max(MOVES_AFTER, movedAt + MOVES_EVERY - Date.now()));
        } else if (concerns(name, data, me)) refresh.outdated();
    });
    const look = () => refresh.look();
    document.addEventListener('visibilitychange', look);
    live.onState(look);
    document.addEventListener('toggle', () => setTimeout(look), { capture: true }); // what was open has closed
    // What was told to a circuit that went is perhaps not on the page.
    onCircuit(state => state === 'asleep' && refresh.outdated());
    awaitUnmuting(() => isCircuitUp() || refresh.outdated());
}

/** That somebody may write again is no event: the time just comes. @param {() => void} act when it has */
export function awaitUnmuting(act) {
    let timer = 0;
    const look = () => {
        clearTimeout(timer);
        const until = Number(document.querySelector('chat-composer[data-muted-until]')?.dataset.mutedUntil ?? 0);
        if (until > Date.now()) timer = setTimeout(act, Math.min(until - Date.now() + MOVES_AFTER, LONGEST_TIMER));
    };
    document.addEventListener('page-updated', look);
    look();
}

const rowOf = user => document.querySelector(`#members [data-user="${CSS.escape(user)}"]`);

const placesOf = user => document.querySelectorAll(`#members [data-user="${CSS.escape(user)}"], #rooms [data-user="${CSS.escape(user)}"]`);

function concerns(name, { room_id, user_id }, me) {
    if (SHOWN.has(name)) return false;
    if (OF_ANY_ROOM.has(name)) return name !== 'profile' || placesOf(user_id).length > 0;
    return room_id === subject()?.dataset.room || user_id === me;
}

// Drawing the page again takes away what scripts have opened on it.
const isFree = () => document.visibilityState === 'visible' && !document.querySelector(OPEN) &&
    circuitState() === 'asleep' && ['open', 'polling'].includes(live.state);

async function drawAgain() {
    const { status } = await request('GET', '/auth/me');
    if (status !== 200) return status === 401;
    if (!isFree()) return false;
    const ended = new AbortController();
    const drawn = new Promise(done => {
        document.addEventListener('page-updated', () => done(true), { signal: ended.signal });
        // Blazor tells nobody else that the server could not be reached at this very moment.
        addEventListener('unhandledrejection', event => {
            event.preventDefault();
            done(false);
        }, { signal: ended.signal });
        setTimeout(() => done(false), TAKES_AT_MOST);
    });
    Blazor.navigateTo(location.href, { replaceHistoryEntry: true });
    return drawn.finally(() => ended.abort());
}
