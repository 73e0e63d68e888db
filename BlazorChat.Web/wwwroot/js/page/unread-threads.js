import { request } from '../base/api.js';
import { attends } from '../base/attention.js';
import { Refresh } from '../base/refresh.js';
import { live } from '../live/live.js';
import { ThreadCounts } from './thread-counts.js';
import { onUnread, unreadOf } from './unread.js';

const LINK = '#rooms .threads-link';
const MOST = 200;

/** @type {ThreadCounts | null} */
let counts = null;
/** @type {Set<() => void>} */
const listeners = new Set();

/** In how many threads something calls for attention. */
export const threadCalls = () => counts?.calls(unreadOf).count ?? 0;

/** @param {() => void} listener told when that may be another number */
export const onUnreadThreads = listener => void listeners.add(listener);

/**
 * Counts in which threads something is unread, from what the page shows on, and shows it above the rooms.
 * @param {string} me
 */
export function startUnreadThreads(me) {
    const now = counts = new ThreadCounts(drawn(), me);
    const asked = new Map(); // by the root, the room of a thread that went on
    const tell = () => {
        draw();
        listeners.forEach(listener => listener());
    };
    // Also while nobody looks at the page: its title says how much there is.
    const refresh = new Refresh(async () => {
        const threads = [...asked];
        asked.clear();
        const { ok, status, body } = await request('GET', `/chat/threads?unread=true&limit=${MOST}`);
        if (ok) now.load(body.threads.map(({ root, unread, mentions }) => ({ root: root.id, room: root.room_id, unread, mentions })));
        else threads.forEach(([root, room]) => asked.set(root, room));
        if (ok) await Promise.all(threads.filter(([root]) => !now.has(root)).map(look));
        tell();
        return ok || status >= 400 && status < 500;
    }, { isVisible: () => true, setTimeout: (...args) => setTimeout(...args) });
    const look = async ([root, room]) => {
        const { ok, body } = await request('GET', `/chat/room/${encodeURIComponent(room)}/threads/${root}?limit=1`);
        if (ok && !body.following) now.isOther(root);
    };
    live.on({ reset: () => refresh.outdated() });
    live.subscribe(event => {
        if (!now.apply(event, attends() ? shownThread() : null)) return;
        if (event.name === 'message') asked.set(event.data.thread_id, event.data.room_id);
        refresh.outdated();
    });
    onUnread(tell); // how much I want to be told of a room has changed, perhaps
    document.addEventListener('page-updated', draw);
    draw();
}

const shownThread = () => document.querySelector('chat-timeline[data-thread]')?.dataset.thread ?? null;

const drawn = () => (document.querySelector(LINK)?.dataset.threads ?? '').split(' ').filter(Boolean).map(one => {
    const [root, room, unread, mentions] = one.split(':');
    return { root, room, unread: Number(unread), mentions: Number(mentions) };
});

function draw() {
    const link = document.querySelector(LINK);
    if (!link) return;
    const { count, isAddressed } = counts.calls(unreadOf);
    const badge = link.querySelector('.badge');
    const [sign, words] = badge.children;
    link.classList.toggle('unread', count > 0);
    badge.hidden = count === 0;
    badge.classList.toggle('addressed', isAddressed);
    sign.textContent = `${isAddressed ? '@' : ''}${count}`;
    words.textContent = `${count} unread`;
}
