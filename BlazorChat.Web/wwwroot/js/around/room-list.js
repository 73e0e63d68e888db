import { requestHtml } from '../base/api.js';
import { matchChildren } from '../base/matched-rows.js';
import { Refresh } from '../base/refresh.js';
import { subject } from '../base/subject.js';
import { live } from '../live/live.js';
import { onReconnected } from '../live/reconnected.js';
import { showPresence } from '../people/presence-dot.js';
import { showDrafts } from './draft-marks.js';
import { sought, startRoomFilter } from './room-filter.js';

const CHANGES = new Set(['room', 'preferences', 'reset']);

/**
 * Keeps which rooms are in the list, in which order and under which names: it comes with the first page, and is asked for again when
 * something of it changes. What is unread, begun or here is shown by others, as it is told.
 * @param {string} me
 */
export function startRoomList(me) {
    const refresh = new Refresh(load, { isVisible: isFree, setTimeout: (...args) => setTimeout(...args) });
    live.subscribe(({ name, data }) => concerns(name, data, me) && refresh.outdated());
    onReconnected(() => refresh.outdated());
    const look = () => void refresh.look();
    live.onState(look);
    document.addEventListener('visibilitychange', look);
    document.addEventListener('toggle', () => setTimeout(look), { capture: true }); // a row's menu was open
    startRoomFilter(() => refresh.outdated(), canAsk);
    const complete = () => isComplete() || refresh.outdated();
    document.addEventListener('page-updated', complete);
    complete();
}

const canAsk = () => ['open', 'polling'].includes(live.state);

// The row whose menu is open gets the focus back when it closes.
const isFree = () => document.visibilityState === 'visible' && canAsk() && !document.querySelector('#row-menu:popover-open');

function concerns(name, { user_id }, me) {
    if (name === 'profile') return !!document.querySelector(`#rooms a[data-user="${CSS.escape(user_id)}"]`);
    return CHANGES.has(name) || (name === 'member' && user_id === me);
}

/** Whether the room on the screen is in it, and no other that somebody is not in and does not look for. */
function isComplete() {
    const list = document.querySelector('.rooms-scroll');
    if (!list) return true;
    const links = [...list.querySelectorAll('a[data-room]')];
    return links.some(({ ariaCurrent }) => ariaCurrent === 'page') &&
        (sought() !== '' || links.every(({ ariaCurrent, classList }) => ariaCurrent === 'page' || !classList.contains('other')));
}

async function load() {
    const list = document.querySelector('.rooms-scroll');
    if (!list) return true;
    const asked = listWanted();
    const { ok, status, html } = await requestHtml(asked);
    if (asked !== listWanted()) return false; // they went on, or look for something else
    if (ok) showRooms(list, html);
    return ok || status === 401;
}

const listWanted = () => `/chat/rooms/list?${new URLSearchParams({ room_id: subject()?.dataset.room ?? '', find: sought() })}`;

/**
 * @param {Element} list
 * @param {string} html its sections as the server draws them now
 */
export function showRooms(list, html) {
    const fresh = document.createElement('div');
    fresh.innerHTML = html;
    const focused = list.contains(document.activeElement) ? document.activeElement : null;
    matchChildren(list, fresh, keyOf, (kept, now) => {
        const [rows, rowsNow] = [kept, now].map(section => section.querySelector('ul'));
        if (rows) matchChildren(rows, rowsNow, roomOf, stays);
        return true;
    });
    document.dispatchEvent(new Event('rooms-updated')); // which shows sections that were empty
    if (focused && !focused.isConnected) sameIn(list, focused)?.focus({ preventScroll: true });
}

/** The link or button of a row that was drawn again. */
const sameIn = (list, { dataset: { room, menuOf } }) =>
    list.querySelector(menuOf ? `[data-menu-of="${CSS.escape(menuOf)}"]` : `a[data-room="${CSS.escape(room ?? '')}"]`);

const keyOf = ({ dataset, className }) => dataset.section ?? className;

const roomOf = row => row.querySelector('a').dataset.room;

/** A row that stays is told what it may have missed; what was told since is shown again at `rooms-updated`. */
function stays(row, rowNow) {
    if (looksOf(row) !== looksOf(rowNow)) return false;
    const [link, linkNow] = [row, rowNow].map(one => one.querySelector('a'));
    const dot = linkNow.querySelector('.dot');
    if (dot) showPresence(link, dot.title);
    showDrafts(link, linkNow.dataset.drafts);
    return true;
}

/** What the server alone says of a room. */
function looksOf(row) {
    const link = row.querySelector('a');
    const { kind, notify, muted, username } = link.dataset;
    return JSON.stringify([link.title, kind, notify, muted, username, link.classList.contains('other'), link.querySelector('.avatar')?.outerHTML]);
}
