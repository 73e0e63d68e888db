import { request } from '../base/api.js';
import { Refresh } from '../base/refresh.js';
import { subject } from '../base/subject.js';
import { circuitState, onCircuit, sleep } from '../circuit/circuit.js';
import { isInUse, isWanted, onceUnused } from '../circuit/controls.js';
import { live } from '../live/live.js';
import { onReconnected } from '../live/reconnected.js';
import { showPresence } from '../people/presence-dot.js';
import { endsHere, hasLeft } from './leaving.js';
import { moveMember } from './member-groups.js';
import { isOfMany, Seldom } from './of-many.js';
import { isShown } from './shown.js';

const OF_ANY_ROOM = new Set(['block', 'reset']);
const OF_THE_LIST = new Set(['preferences', 'draft']);
const MUTED_A_LITTLE_LONGER = 1_000;
const DRAWN_WITHIN = 10_000;
const OPEN = ':popover-open:not(own-corner *), dialog[open], .message-menu'; // one's own corner stays as it is
const TAKES_AT_MOST = 10_000;
const LONGEST_TIMER = 2_147_483_647;

/**
 * Keeps what is around the conversation up to date: who is here by itself, all else by having the server draw the page again, in place.
 * @param {string} me
 */
export function startStillPage(me) {
    const look = () => void refresh.look();
    const isVisible = () => {
        const isNow = isFree();
        if (!isNow) onceUnused(look);
        return isNow;
    };
    const refresh = new Refresh(drawAgain, { isVisible, setTimeout: (...args) => setTimeout(...args) });
    const presence = new ShownPresence();
    const seldom = new Seldom(() => refresh.outdated());
    live.subscribe(({ name, data }) => {
        if (endsHere(name, data, me)) return;
        if (name === 'presence') {
            presence.tell(data.user_id, data.status);
            if (isOfMany()) seldom.outdated();
        } else if (name === 'member' && data.user_id !== me && data.room_id === subject()?.dataset.room && isOfMany()) seldom.outdated();
        else if (concerns(name, data, me)) refresh.outdated();
    });
    onReconnected(() => refresh.outdated());
    // Who came or went after the page was drawn and before it was told of anybody.
    const stop = live.onState(async state => {
        if (state !== 'open' && state !== 'polling') return;
        queueMicrotask(() => stop());
        const room = subject()?.dataset.room;
        if (!room || !document.querySelector('#members')) return;
        const { body } = await request('GET', `/chat/room/${room}/members?limit=50`);
        for (const { user_id, status } of body?.members ?? []) presence.show(user_id, status);
    });
    for (const drawn of ['page-updated', 'rooms-updated']) document.addEventListener(drawn, () => presence.showAgain());
    document.addEventListener('visibilitychange', look);
    live.onState(look);
    for (const closed of ['toggle', 'close']) document.addEventListener(closed, () => setTimeout(look), { capture: true }); // what was open
    onCircuit(look);
    awaitUnmuting(() => refresh.outdated());
}

/** That somebody may write again is no event: the time just comes. @param {() => void} act when it has */
export function awaitUnmuting(act) {
    let timer = 0;
    const look = () => {
        clearTimeout(timer);
        const until = Number(document.querySelector('chat-composer[data-muted-until]')?.dataset.mutedUntil ?? 0);
        if (until > Date.now()) timer = setTimeout(act, Math.min(until - Date.now() + MUTED_A_LITTLE_LONGER, LONGEST_TIMER));
    };
    document.addEventListener('page-updated', look);
    look();
}

/** Who is here, as it is told. A page that was asked for a moment ago may have been drawn before. */
export class ShownPresence {
    #told = new Map();

    tell(user, status) {
        this.#told.set(user, { status, at: Date.now() });
        this.show(user, status);
    }

    show(user, status) {
        for (const place of listed(user)) showPresence(place, status);
        const row = rowOf(user);
        if (!row) return;
        showPresence(row, status);
        moveMember(row, status);
    }

    showAgain() {
        for (const [user, { status, at }] of this.#told)
            if (Date.now() - at < DRAWN_WITHIN) this.show(user, status);
            else this.#told.delete(user);
    }
}

const rowOf = user => document.querySelector(`#members [data-user="${CSS.escape(user)}"]`);

const listed = user => document.querySelectorAll(`#rooms [data-user="${CSS.escape(user)}"]`);

function concerns(name, { room_id, user_id }, me) {
    if (isShown(name) || OF_THE_LIST.has(name) || name === 'ready') return false;
    if (name === 'profile') return rowOf(user_id) !== null || [...listed(user_id)].some(link => link.ariaCurrent === 'page');
    if (name === 'member' && user_id === me) return room_id === subject()?.dataset.room;
    return OF_ANY_ROOM.has(name) || room_id === subject()?.dataset.room || user_id === me;
}

// Drawing the page again takes away what scripts have opened on it.
const isFree = () => document.visibilityState === 'visible' && !document.querySelector(OPEN) &&
    !isInUse() && !isWanted() && ['asleep', 'up'].includes(circuitState()) && ['open', 'polling'].includes(live.state);

async function drawAgain() {
    const { status } = await request('GET', '/auth/me');
    if (status !== 200) return status === 401;
    if (!isFree()) return false;
    if (hasLeft()) return true;
    await sleep(); // dialogs close when a page is drawn: none opens meanwhile
    if (circuitState() !== 'asleep') return false;
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
