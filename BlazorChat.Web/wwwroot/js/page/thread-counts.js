import { callsOf } from './unread-counts.js';

/**
 * What is unread in a thread that I follow.
 * @typedef {{ root: string, room: string, unread: number, mentions: number }} UnreadThread
 */

/** In which of the threads that I follow something is unread. Only the server counts it: here is decided when to ask. */
export class ThreadCounts {
    /** @type {Map<string, UnreadThread>} */
    #threads = new Map();
    /** Those that I do not follow, as the server said. @type {Set<string>} */
    #others = new Set();
    #me;

    /**
     * @param {UnreadThread[]} threads
     * @param {string} me
     */
    constructor(threads, me) {
        this.#me = me;
        this.load(threads);
    }

    /** @param {UnreadThread[]} threads all in which something is unread */
    load(threads) {
        this.#threads = new Map(threads.map(thread => [thread.root, thread]));
    }

    /** @param {string} root of a thread that I do not follow */
    isOther(root) {
        this.#others.add(root);
    }

    /** @param {string} root */
    has(root) {
        return this.#threads.has(root);
    }

    /**
     * @param {(room: string) => import('./unread-counts.js').Unread | undefined} roomOf how much I want to be told of each room
     * @returns {{ count: number, isAddressed: boolean }} how many threads call for attention, and whether one of them mentions me
     */
    calls(roomOf) {
        const calling = [...this.#threads.values()].filter(({ room, unread, mentions }) =>
            callsOf({ notify: 'all', muted: false, ...roomOf(room), unread, mentions }) > 0);
        return { count: calling.length, isAddressed: calling.some(({ mentions }) => mentions > 0) };
    }

    /**
     * @param {import('../live/event-stream.js').LiveEvent} event
     * @param {string | null} seen the thread that is being read as it goes on
     * @returns {boolean} whether the server must be asked
     */
    apply({ name, data }, seen) {
        return this.#handlers[name]?.(data, seen) ?? false;
    }

    #handlers = {
        message: (reply, seen) => this.#replied(reply, seen),
        message_edited: ({ thread_id, mentions }) => this.has(thread_id) || thread_id !== null && (mentions?.includes(this.#me) ?? false),
        message_deleted: ({ thread_id }) => this.has(thread_id),
        thread_followed: ({ thread_id, following }) => {
            this.#others.delete(thread_id);
            return following || this.has(thread_id);
        },
        thread_read: ({ thread_id }) => {
            this.#others.delete(thread_id);
            return this.has(thread_id);
        },
        block: () => true,
        room: ({ room_id, room }) => room === null && this.#isIn(room_id),
        member: ({ room_id, user_id }) => user_id === this.#me && (this.#isIn(room_id) || this.#others.size > 0),
    };

    #replied({ thread_id, user_id, deleted, mentions }, seen) {
        if (!thread_id || deleted) return false;
        if (user_id === this.#me) {
            this.#others.delete(thread_id); // who answers follows
            return this.has(thread_id); // and has read it
        }
        if (mentions?.includes(this.#me)) this.#others.delete(thread_id);
        return thread_id !== seen && !this.#others.has(thread_id);
    }

    #isIn(room) {
        return [...this.#threads.values()].some(thread => thread.room === room);
    }
}
