import { request } from '../base/api.js';
import { Refresh } from '../base/refresh.js';
import { subject } from '../base/subject.js';
import { live } from '../live/live.js';
import { RoomWords } from './room-words.js';

const RESTS = 30_000; // between two looks for rooms that are new
const SPREAD = 5_000; // not all readers of a message look at once
const STALE = 600_000; // a room may be made after it was talked about

/** Those that I may see, by their ids; null until somebody asks. @type {Map<string, import('./room-words.js').Room> | null} */
let rooms = null;
let words = new RoomWords([]);
let loading = null;
let loadedAt = 0;
let looking = 0;

/** Words that no room has, and when they were asked about. @type {Map<string, number>} */
const nobody = new Map();
const listeners = new Set();
const refresh = new Refresh(() => askRooms().then(() => true)); // without an answer, who needs them next asks

/** The rooms that are known by now, by their words. */
export const roomWords = () => words;

/** @param {string} id @returns {any} a room that I may see, as the server lists it, if it is known */
export const roomOf = id => rooms?.get(id);

/** Asks once for the rooms that I may see. */
export const knowRooms = () => loading ??= askRooms();

/**
 * Asks for them again.
 * @returns {Promise<import('./room-words.js').Room[] | null>} null: there was no answer
 */
export function askRooms() {
    return loading = request('GET', '/chat/rooms').then(({ ok, body }) => {
        if (!ok) return loading = null;
        loadedAt = Date.now();
        rooms = new Map(body.rooms.map(room => [room.id, room]));
        changed();
        return body.rooms;
    });
}

/**
 * There are words that no known room has: a room may be new. Readers are not told of new rooms that they are not in, so they look, now and
 * then. Numbers are those of something else.
 * @param {string[]} unknown
 */
export function wonderAbout(unknown) {
    const fresh = unknown.filter(word => !(Date.now() - nobody.get(word) < STALE) && !/^\d+$/.test(word));
    for (const word of fresh) nobody.set(word, Date.now());
    if (fresh.length === 0 || looking) return;
    looking = setTimeout(() => {
        looking = 0;
        refresh.outdated();
    }, Math.max(0, loadedAt + RESTS - Date.now()) + Math.random() * SPREAD);
}

/** @param {() => void} listener told that rooms are known under other words than before */
export function onRoomsChange(listener) {
    if (listeners.size === 0) follow();
    listeners.add(listener);
}

function changed() {
    words = new RoomWords([...rooms.values()]);
    listeners.forEach(listener => listener());
}

function follow() {
    const outdated = () => rooms && refresh.outdated();
    live.on({
        reset: outdated,
        member: ({ room_id, user_id, role }) => user_id === subject()?.dataset.me && role && !rooms?.has(room_id) && outdated(),
        room({ room_id, room }) {
            if (!rooms) return;
            const before = rooms.get(room_id);
            if (room) rooms.set(room_id, { ...before, ...room });
            else rooms.delete(room_id);
            if (room?.name !== before?.name) changed();
        },
    });
    document.addEventListener('visibilitychange', () => refresh.look());
}
