import { request, sentence } from '../base/api.js';
import { say } from '../base/toast.js';
import { markRead } from '../page/room-steps.js';
import { unreadOf } from '../page/unread.js';
import { writeTo } from '../people/write-to.js';

/** What buttons with `data-room-act` do: no circuit is needed, and what comes of it is told to all pages. */
const ACTS = {
    join: ({ room }) => request('POST', `${of(room)}/join`),
    leave: ({ room }) => request('POST', `${of(room)}/leave`),
    pin: ({ room }) => prefer(room, { pinned: true }),
    unpin: ({ room }) => prefer(room, { pinned: false }),
    mute: ({ room }) => prefer(room, { muted: true }),
    unmute: ({ room }) => prefer(room, { muted: false }),
    notify: ({ room, level }) => prefer(room, { notify: level }),
    read: ({ room }) => markRead(room),
    message: ({ user }) => writeTo(user),
    unblock: ({ user }) => request('DELETE', `/chat/blocks/${encodeURIComponent(user)}`),
};

export function startRoomActs() {
    document.addEventListener('click', async ({ target, detail }) => {
        const button = target.closest?.('[data-room-act]');
        if (!button || detail > 1) return;
        const { room } = button.closest('[data-room]')?.dataset ?? {};
        const answer = await ACTS[button.dataset.roomAct]({ room, ...button.dataset });
        if (!answer.ok) say(sentence(answer));
    });
}

/**
 * Makes the menu of the list's rows that of the row at which it opens.
 * @param {HTMLElement} menu
 * @param {HTMLElement} button
 */
export function prepareRowMenu(menu, button) {
    if (menu.id !== 'row-menu') return;
    const { room, notify = 'all', muted, unread } = button.closest('li').querySelector('a[data-room]').dataset;
    const isPinned = button.closest('[data-section]').dataset.section === 'rooms-pinned';
    menu.dataset.room = room;
    const item = act => menu.querySelector(`[data-room-act=${act}]`);
    item('pin').hidden = isPinned;
    item('unpin').hidden = !isPinned;
    item('mute').hidden = muted === 'true';
    item('unmute').hidden = muted !== 'true';
    item('read').disabled = (unreadOf(room)?.unread ?? Number(unread)) === 0; // the room on the screen shows no number
    for (const choice of menu.querySelectorAll('[data-level]')) {
        choice.ariaChecked = String(choice.dataset.level === notify);
        choice.disabled = muted === 'true'; // goes before what one chose
    }
}

const of = room => `/chat/room/${encodeURIComponent(room)}`;

const prefer = (room, wishes) => request('PUT', `${of(room)}/preferences`, wishes);
