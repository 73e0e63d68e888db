/**
 * What somebody wants to hear.
 * @typedef {object} NoticeSettings
 * @property {boolean} on whether this browser shows anything
 * @property {string} sound its name, or `none`
 * @property {number} pausedUntil Unix milliseconds
 * @property {string} quietFrom a time of day, `22:00`, or nothing
 * @property {string} quietTo
 */

/**
 * The one rule of who is told of a message by a notification: what the room's settings say, without my own messages, those of
 * people whom I block, and what nobody wrote. A reply that stands in its thread only is told to those whom it mentions.
 * @param {object} message as an event carries it
 * @param {string} me
 * @param {{ notify: string, muted: boolean } | undefined} room my settings of its room; none where I am no member
 * @param {Set<string>} blocked
 * @returns {boolean}
 */
export function concerns(message, me, room, blocked) {
    if (!room || message.user_id === me || message.deleted || message.type === 'system' || blocked.has(message.user_id)) return false;
    if (room.notify === 'nothing') return false;
    return message.mentions.includes(me) || (message.number !== null && room.notify === 'all' && !room.muted);
}

/** @param {NoticeSettings} settings @param {Date} now @returns {boolean} whether they are not to be disturbed */
export function isQuiet({ pausedUntil, quietFrom, quietTo }, now) {
    if (now.getTime() < pausedUntil) return true;
    if (!quietFrom || !quietTo || quietFrom === quietTo) return false;
    const time = now.toTimeString().slice(0, 5);
    return quietFrom < quietTo ? time >= quietFrom && time < quietTo : time >= quietFrom || time < quietTo;
}
