import { request } from '../base/api.js';
import { NextFrame } from '../base/next-frame.js';
import { Refresh } from '../base/refresh.js';
import { live } from '../live/live.js';
import { UnreadCounts, withoutBlocked } from './unread-counts.js';

const MINE = '#rooms a[data-room][data-unread]:not(.other)';

/** @type {Set<(room: string | null) => void>} */
const listeners = new Set();
/** @type {UnreadCounts | null} */
let counts = null;

/** @param {string} room @returns {import('./unread-counts.js').Unread | undefined} */
export const unreadOf = room => counts?.of(room);

export const totalUnread = () => counts?.total ?? 0;

/** @param {(room: string | null) => void} listener told which room's count may be another now; null for all of them */
export const onUnread = listener => void listeners.add(listener);

/**
 * Counts what is unread, from what the page shows on.
 * @param {string} me
 * @param {() => string | null} followed the room whose newest messages are looked at in this tab
 */
export function startUnread(me, followed) {
    const now = counts = new UnreadCounts(listed(), me, blocked());
    document.addEventListener('rooms-updated', () => now.meet(listed()));
    const tell = room => listeners.forEach(listener => listener(room));
    // Someone who reads down a long room moves the mark again and again: that is asked for once a second at most.
    const refresh = new Refresh(async () => {
        const { ok, status, body } = await request('GET', '/chat/rooms');
        if (ok) now.load(body.rooms.filter(one => one.member).map(one => ({ ...withoutBlocked(one), last: one.last_number })));
        tell(null);
        return ok || status === 401;
    }, { isVisible: () => true, setTimeout: (...args) => globalThis.setTimeout(...args) });
    const reload = () => refresh.outdated();
    // A busy room is not drawn at each of its messages.
    const busy = new Set();
    const frame = new NextFrame(() => {
        const rooms = [...busy];
        busy.clear();
        rooms.forEach(tell);
    });
    live.on({ reset: reload });
    live.subscribe(event => {
        if (now.apply(event, followed())) reload();
        if (!event.data.room_id) return;
        busy.add(event.data.room_id);
        frame.ask();
    });
}

const blocked = () => (document.querySelector('#rooms')?.dataset.blocked ?? '').split(' ').filter(Boolean);

const listed = () => [...document.querySelectorAll(MINE)].map(drawn);

const drawn = ({ dataset }) => ({
    id: dataset.room, unread: Number(dataset.unread), mentions: Number(dataset.mentions), last: Number(dataset.last),
    notify: dataset.notify ?? 'all', muted: dataset.muted === 'true',
});
