import { request } from '../base/api.js';
import { goTo } from '../base/walking.js';
import { wordsIn } from '../base/words.js';
import { live } from '../live/live.js';
import { concerns, isQuiet } from './notice-rule.js';
import { noticeSettings } from './notice-settings.js';
import { playNotice } from './notice-sound.js';
import { unreadOf } from './unread.js';

// Longer than it takes until what is looked at in another tab, or on another device, is told as read.
const PATIENCE = 1_500;
const LENGTH = 160;
const TOLD = 'blazorchat-notice-told';

/**
 * Tells of messages by the system's notifications: of each once over all tabs, and of none that was read meanwhile.
 * @param {string} me
 * @param {(message: object) => boolean} isSeen whether somebody looks at it in this tab
 */
export async function startNotices(me, isSeen) {
    /** @type {Map<string, { message: object, timer: number, notice: Notification | null }>} */
    const open = new Map();
    const blocked = new Set();
    const drop = which => {
        for (const [id, one] of open) if (which(one.message)) {
            clearTimeout(one.timer);
            one.notice?.close();
            open.delete(id);
        }
    };
    const tell = async message => {
        const one = open.get(message.id);
        if (isQuiet(noticeSettings(), new Date()) || isSeen(message) || !await isFirst(message.id) || !open.has(message.id)) return void open.delete(message.id);
        one.notice = show(message, () => open.delete(message.id));
        playNotice(noticeSettings().sound);
    };
    live.on({
        message: message => {
            if (!noticeSettings().on || globalThis.Notification?.permission !== 'granted' || open.has(message.id) || isSeen(message)) return;
            if (concerns(message, me, unreadOf(message.room_id), blocked)) open.set(message.id, { message, timer: setTimeout(() => tell(message), PATIENCE), notice: null });
        },
        read: ({ room_id, number }) => drop(one => one.room_id === room_id && one.number !== null && one.number <= number),
        thread_read: ({ thread_id }) => drop(one => one.thread_id === thread_id && one.number === null),
        message_deleted: ({ id }) => drop(one => one.id === id),
        block: one => blocked[one.blocked ? 'add' : 'delete'](one.user_id),
    });
    const { body } = await request('GET', '/chat/blocks');
    for (const { user_id } of body?.users ?? []) blocked.add(user_id);
}

/** Whether no other tab has told of it. */
async function isFirst(id) {
    const take = () => {
        const told = (localStorage.getItem(TOLD) ?? '').split(' ');
        if (told.includes(id)) return false;
        localStorage.setItem(TOLD, [id, ...told].slice(0, 50).join(' '));
        return true;
    };
    try {
        return await (navigator.locks ? navigator.locks.request(TOLD, take) : take());
    } catch {
        return true; // forbidden: the notification's tag makes one of them
    }
}

function show(message, onClose) {
    const { id, room_id, number, user_id, username, display_name, html, file_name } = message;
    const link = document.querySelector(`#rooms a[data-room="${CSS.escape(room_id)}"]`);
    const person = display_name ?? username;
    const notice = new Notification(link?.dataset.user === user_id ? person : `${person} in ${link?.querySelector('.room-name')?.textContent ?? room_id}`, {
        tag: `message-${id}`, body: (wordsIn(html ?? '') || file_name || '').slice(0, LENGTH), silent: true,
    });
    notice.onclick = () => {
        globalThis.focus();
        notice.close();
        goTo(number === null ? `/room/${room_id}?thread=${id}` : `/room/${room_id}#message-${id}`);
    };
    notice.onclose = onClose;
    return notice;
}
