import { callsOf } from '../page/unread-counts.js';
import { onUnread, unreadOf } from '../page/unread.js';
import { onMarkedUnread } from '../timeline/marked-unread.js';

const MOST = 99;

/** Rooms that the reader marked as unread: they are shown so even while they are on the screen. */
const marked = new Set();

/** Keeps the counts in the room list, as the server draws them. */
export function startUnreadBadges() {
    onUnread(room => {
        if (room && !unreadOf(room)?.unread) marked.delete(room);
        draw(room);
    });
    // A page or the list may have been drawn before the last events were.
    for (const name of ['page-updated', 'rooms-updated']) document.addEventListener(name, () => draw(null));
    onMarkedUnread(({ room_id }) => {
        marked.add(room_id);
        draw(room_id);
    });
}

function draw(room) {
    for (const link of document.querySelectorAll(room ? `#rooms a[data-room="${CSS.escape(room)}"]` : '#rooms a[data-room]')) {
        const unread = unreadOf(link.dataset.room);
        if (unread) showUnread(link, isSeen(link) ? { ...unread, unread: 0, mentions: 0 } : unread);
    }
}

const isSeen = link => link.ariaCurrent === 'page' && !!document.querySelector('chat-timeline') && !marked.has(link.dataset.room);

/** Only attributes and texts change: which elements there are is the server's. */
export function showUnread(link, { unread, mentions, last, notify, muted }) {
    const calls = callsOf({ unread, mentions, notify, muted });
    const number = mentions > 0 ? mentions : calls;
    Object.assign(link.dataset, { unread, mentions, last });
    link.classList.toggle('unread', calls > 0);
    const badge = link.querySelector('.badge');
    const [sign, words] = badge.children;
    badge.hidden = calls === 0;
    badge.classList.toggle('addressed', mentions > 0 || link.dataset.kind === 'direct');
    sign.firstChild.data = (mentions > 0 ? '@' : '') + (number > MOST ? `${MOST}+` : number);
    words.firstChild.data = `${number} ${mentions > 0 ? 'that mention you' : 'unread'}`;
}
