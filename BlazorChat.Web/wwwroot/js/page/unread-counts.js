/**
 * What is unread in a room that I am in, and how much of it I want to be told of.
 * @typedef {object} Unread
 * @property {string} id
 * @property {number} unread
 * @property {number} mentions how many of them mention me
 * @property {number} last the number of the room's newest message
 * @property {'all' | 'mentions' | 'nothing'} notify
 * @property {boolean} muted
 */

/** How much is unread in each room that I am in. */
export class UnreadCounts {
    /** @type {Map<string, Unread>} */
    #rooms = new Map();
    #me;
    /** Whom I blocked: what they say is not unread. @type {Set<string>} */
    #blocked;

    /**
     * @param {Iterable<Unread>} rooms as the page shows them
     * @param {string} me
     * @param {Iterable<string>} [blocked] the ids of those whom I blocked
     */
    constructor(rooms, me, blocked = []) {
        this.#me = me;
        this.#blocked = new Set(blocked);
        this.load(rooms);
    }

    /** How many messages call for attention. */
    get total() {
        return [...this.#rooms.values()].reduce((sum, room) => sum + callsOf(room), 0);
    }

    /** @param {string} id of a room that I am in */
    of(id) {
        return this.#rooms.get(id);
    }

    load(rooms) {
        this.#rooms = new Map([...rooms].map(({ id, unread, mentions, last, notify, muted }) =>
            [id, { id, unread, mentions, last, notify, muted }]));
    }

    /** @param {Iterable<Unread>} rooms as a list shows them that came later; those that are known are known better */
    meet(rooms) {
        for (const room of rooms) if (!this.#rooms.has(room.id)) this.#rooms.set(room.id, room);
    }

    /**
     * @param {import('../live/event-stream.js').LiveEvent} event
     * @param {string | null} seen the room whose messages are read as they come
     * @returns {boolean} whether the counts must be loaded again, because only the server knows
     */
    apply({ name, data }, seen) {
        const room = this.#rooms.get(data.room_id);
        if (name === 'block') return this.#blocks(data);
        if (name === 'member' && data.user_id === this.#me) return this.#joinedOrLeft(data, room);
        return room !== undefined && (this.#handlers[name]?.(room, data, seen) ?? false);
    }

    // How much of what is unread is theirs is not known here.
    #blocks({ user_id, blocked }) {
        if (blocked) this.#blocked.add(user_id);
        else this.#blocked.delete(user_id);
        return true;
    }

    #handlers = {
        message: (room, message, seen) => this.#arrived(room, message, seen),
        preferences: (room, { notify, muted }) => void Object.assign(room, { notify, muted }),
        read: (room, { number }) => this.#readUpTo(room, number),
        room: ({ id }, { room }) => void (room === null && this.#rooms.delete(id)),
        // Whether a deleted message was among the unread ones is not known here.
        message_deleted: (room, message) => isInRoom(message) && room.unread > 0,
        message_edited: (room, message) => isInRoom(message) && (room.mentions > 0 || this.#addresses(message)),
    };

    #arrived(room, message, seen) {
        if (!isInRoom(message) || message.number <= room.last) return;
        room.last = message.number;
        // Nobody has yet to read what they wrote, nor what is above it: the mark goes with it.
        if (message.user_id === this.#me) return void Object.assign(room, { unread: 0, mentions: 0 });
        if (message.deleted || message.room_id === seen || this.#blocked.has(message.user_id)) return;
        room.unread++;
        if (this.#addresses(message)) room.mentions++;
    }

    #readUpTo(room, number) {
        room.unread = Math.max(0, room.last - number);
        if (room.unread === 0) room.mentions = 0;
        return room.unread > 0;
    }

    #addresses({ mentions }) {
        return mentions?.includes(this.#me) ?? false;
    }

    #joinedOrLeft({ room_id, role }, known) {
        if (!role) this.#rooms.delete(room_id);
        else if (!known) this.#rooms.set(room_id, { id: room_id, unread: 0, mentions: 0, last: 0, notify: 'all', muted: false });
        return !!role && !known;
    }
}

/**
 * @param {any} room as the server lists it
 * @returns {any} the same, with what is unread for me: not what those said whom I blocked
 */
export const withoutBlocked = room => ({
    ...room, unread: room.unread - (room.unread_blocked ?? 0), mentions: room.mentions - (room.mentions_blocked ?? 0),
});

/** A reply that stands in its thread only is no message of the room. */
const isInRoom = ({ number }) => number !== null;

/** @param {Pick<Unread, 'notify' | 'muted' | 'unread' | 'mentions'>} room @returns {number} how many messages call for attention */
export const callsOf = ({ notify, muted, unread, mentions }) =>
    notify === 'nothing' ? 0 : notify === 'mentions' || muted ? mentions : unread;

/**
 * @param {string} title a page's own, with or without a count
 * @param {number} count
 */
export const withCount = (title, count) => (count > 0 ? `(${count}) ` : '') + title.replace(/^\(\d+\) /, '');
