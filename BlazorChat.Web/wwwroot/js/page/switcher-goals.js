import { fit } from './fuzzy.js';
import { callsOf, withoutBlocked } from './unread-counts.js';

/**
 * Where the switcher leads.
 * @typedef {object} Goal
 * @property {string} name
 * @property {string} [also] another name that they are found by
 * @property {'public' | 'private' | 'direct' | 'person'} kind
 * @property {string} [room]
 * @property {string} [person] somebody with whom there is no conversation yet
 * @property {number} calls how much of what is unread calls for attention
 * @property {number} mentions
 * @property {number} at when something was last said there, Unix milliseconds
 */

/** @param {object} room as the server lists it @param {string} me @returns {Goal} */
export function goalOf(room, me) {
    const other = room.users?.find(one => one.user_id !== me);
    const { muted, unread, mentions } = withoutBlocked(room);
    return {
        name: room.name, also: other?.username ?? room.id, kind: room.kind, room: room.id, with: other?.user_id,
        calls: room.member ? callsOf({ notify: room.notify, muted, unread, mentions }) : 0, mentions: room.member ? mentions : 0, at: room.last_message_at ?? 0,
    };
}

/** @param {{ user_id: string, username: string, display_name: string | null }} person @returns {Goal} */
export const goalOfPerson = ({ user_id, username, display_name }) =>
    ({ name: display_name ?? username, also: username, kind: 'person', person: user_id, calls: 0, mentions: 0, at: 0 });

/**
 * Those that fit what was typed, the best first. Among equals: what mentions me, what is unread, where I was last.
 * @param {Goal[]} goals
 * @param {string} typed
 * @param {string[]} recent ids of rooms, the last one first
 * @param {string | null} here the room on the screen: one is there already
 * @returns {Goal[]}
 */
export function ranked(goals, typed, recent, here) {
    const place = goal => recent.includes(goal.room) ? recent.indexOf(goal.room) : recent.length;
    const rows = goals.map(goal => ({ goal, fit: Math.max(fit(goal.name, typed), fit(goal.also ?? '', typed)) }))
        .filter(row => typed.trim() === '' || row.fit > 0);
    const by = [
        row => -row.fit, row => row.goal.room === here ? 1 : 0, row => row.goal.mentions > 0 ? 0 : 1, row => row.goal.calls > 0 ? 0 : 1,
        row => place(row.goal), row => -row.goal.at,
    ];
    return rows.sort((one, other) => by.map(key => key(one) - key(other)).find(Boolean) ?? one.goal.name.localeCompare(other.goal.name)).map(({ goal }) => goal);
}
