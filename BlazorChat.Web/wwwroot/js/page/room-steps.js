import { request, sentence } from '../base/api.js';
import { say } from '../base/toast.js';
import { goToRoom } from '../base/walking.js';

const links = () => [...document.querySelectorAll('#rooms a[data-room]')].filter(({ classList }) => !classList.contains('other'));

/**
 * Goes to the next room of the list, or the one before; from the last to the first.
 * @param {1 | -1} way
 * @param {boolean} onlyUnread
 */
export function step(way, onlyUnread) {
    const all = links();
    const here = all.findIndex(link => link.ariaCurrent === 'page');
    const wanted = all.map((_, n) => all[(here + way * (n + 1) + all.length * (n + 2)) % all.length])
        .find(link => link.ariaCurrent !== 'page' && (!onlyUnread || link.classList.contains('unread')));
    if (wanted) goToRoom(wanted.dataset.room);
    else say(onlyUnread ? 'Nothing else is unread.' : 'There is no other room.');
}

/** Marks every room and every thread read. */
export async function readAll() {
    const rooms = await request('GET', '/chat/rooms');
    const threads = await request('GET', '/chat/threads?unread=true&limit=200');
    const answers = [rooms, threads];
    for (const { id } of rooms.body?.rooms?.filter(room => room.member && room.unread > 0) ?? []) answers.push(await markRead(id));
    for (const { root, last_reply } of threads.body?.threads ?? [])
        answers.push(await request('POST', `/chat/threads/${root.id}/read`, { message_id: last_reply.id }));
    const refused = answers.find(({ ok }) => !ok);
    say(refused ? sentence(refused) : 'All is read.');
}

/** Marks a room read up to its newest message. @param {string} id @returns {Promise<import('../base/api.js').Answer>} */
export async function markRead(id) {
    const page = await request('GET', `/chat/room/${encodeURIComponent(id)}/history?limit=1`);
    const [newest] = page.body?.messages ?? [];
    return newest ? request('POST', `/chat/room/${encodeURIComponent(id)}/read`, { message_id: newest.id }) : page;
}
