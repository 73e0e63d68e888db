/** How much is unread in each room that I am in. */
export class UnreadCounts {
    #rooms = new Map();
    #me;

    /**
     * @param {Iterable<[string, number]>} unread by room, as the page shows it
     * @param {string} me
     */
    constructor(unread, me) {
        this.#me = me;
        this.load(unread);
    }

    get total() {
        return [...this.#rooms.values()].reduce((sum, { unread }) => sum + unread, 0);
    }

    load(unread) {
        this.#rooms = new Map([...unread].map(([room, count]) => [room, { unread: count, last: 0 }]));
    }

    /**
     * @param {import('./event-stream.js').LiveEvent} event
     * @param {string | null} seen the room whose messages are read as they come
     */
    apply({ name, data }, seen) {
        const room = this.#rooms.get(data.room_id);
        if (name === 'member' && data.user_id === this.#me) this.#joinedOrLeft(data, room);
        else if (name === 'room' && data.room === null) this.#rooms.delete(data.room_id);
        else if (room && name === 'message') {
            room.last = data.number;
            if (data.user_id !== this.#me && data.room_id !== seen) room.unread++;
        } else if (room && name === 'read') room.unread = Math.max(0, room.last - data.number);
    }

    #joinedOrLeft({ room_id, role }, known) {
        if (!role) this.#rooms.delete(room_id);
        else if (!known) this.#rooms.set(room_id, { unread: 0, last: 0 });
    }
}

/**
 * @param {string} title a page's own, with or without a count
 * @param {number} count
 */
export const withCount = (title, count) => (count > 0 ? `(${count}) ` : '') + title.replace(/^\(\d+\) /, '');
