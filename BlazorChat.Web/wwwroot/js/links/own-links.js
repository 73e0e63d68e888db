import { address, request } from '../base/api.js';
import { knowRooms, roomOf } from './known-rooms.js';

const LASTS = 300_000; // of a room that I am not in, no change is told

/**
 * Where a link of our own leads.
 * @typedef {object} Goal
 * @property {string} key
 * @property {string} room
 * @property {string | null} message
 * @property {string | null} thread the message, where it is one in a thread
 */

/**
 * What stands there, for this reader.
 * @typedef {object} Content
 * @property {import('./room-words.js').Room & { topic: string }} room
 * @property {any} [message] as the server answers it
 */

/** What was found, by the keys of goals; null: nothing that this reader may see. @type {Map<string, { goal: Goal, content: Content | null | undefined, at: number, answer: Promise<void> | null }>} */
const found = new Map();

/** @param {HTMLAnchorElement} link @returns {Goal | null} null where it leads out of the chat, or to no room */
export function goalOf({ origin, pathname, search, hash }) {
    const rooms = address('/room/');
    if (origin !== location.origin || !pathname.startsWith(rooms)) return null;
    const room = pathname.slice(rooms.length);
    if (!/^[\w-]{1,64}$/.test(room)) return null;
    const thread = /^\d+$/.exec(new URLSearchParams(search).get('thread') ?? '')?.[0] ?? null;
    const message = /^#message-(\d+)$/.exec(hash)?.[1] ?? thread;
    return { room, message, thread, key: `${room} ${message} ${thread}` };
}

/** What is known of it by now; undefined: nobody asked. @param {Goal} goal @returns {Content | null | undefined} */
export const knownContent = goal => found.get(goal.key)?.content;

/** Whether it has to be asked for, or waited for. @param {Goal} goal */
export function isToAsk({ key }) {
    const known = found.get(key);
    return !known || known.answer !== null || Date.now() - known.at > LASTS;
}

/**
 * Asks the chat itself, as the reader, once for all who show it: what the reader may not see answers like what does not exist.
 * @param {Goal} goal
 * @returns {Promise<void>} it is known
 */
export function askContent(goal) {
    const known = found.get(goal.key);
    if (known?.answer) return known.answer;
    const answer = contentAt(goal).then(content => {
        if (found.get(goal.key)?.answer === answer) found.set(goal.key, { goal, content, at: Date.now(), answer: null });
    });
    found.set(goal.key, { goal, content: known?.content, at: Date.now(), answer });
    return answer;
}

/** What is known is not so any more. @param {(goal: Goal) => boolean} [which] */
export function forget(which = () => true) {
    for (const [key, { goal }] of found) if (which(goal)) found.delete(key);
}

async function contentAt(goal) {
    await knowRooms();
    const room = roomOf(goal.room);
    const message = room && goal.message && await messageAt(goal);
    return room && (message || !goal.message) ? { room, message } : null;
}

async function messageAt({ room, message, thread }) {
    const pages = thread ? `threads/${thread}` : 'history';
    const { ok, body } = await request('GET', `/chat/room/${encodeURIComponent(room)}/${pages}?around=${message}&limit=1`);
    const at = ok && [...body.messages, body.root].find(one => one?.id === message);
    return at && !at.deleted ? at : null;
}
