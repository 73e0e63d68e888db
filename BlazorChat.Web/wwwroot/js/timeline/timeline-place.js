/**
 * Where the messages of a timeline stand: in a room, or in one of its threads. Their order is that of their numbers, which the
 * replies of a thread take from their ids.
 * @typedef {object} Place
 * @property {string} room
 * @property {string | null} thread the message on which the thread hangs; null for the room itself
 * @property {string} pages where its pages are
 * @property {string} marks where what I have read is told
 * @property {(message: any) => boolean} holds whether a message that is told stands here
 * @property {(message: any) => number} numberOf
 * @property {(entry: import('../outbox/outbox.js').Entry) => boolean} sends whether what I am sending goes here
 * @property {(article: HTMLElement) => HTMLElement} adopt makes the element of a message one of this place
 */

/** @param {{ room?: string, thread?: string }} dataset @returns {Place} */
export const placeOf = ({ room, thread }) => thread ? inThread(room, thread) : inRoom(room);

const inRoom = room => ({
    room, thread: null,
    pages: `/chat/room/${encodeURIComponent(room)}/history`,
    marks: `/chat/room/${encodeURIComponent(room)}`,
    holds: ({ number }) => number !== null,
    numberOf: ({ number }) => number,
    sends: entry => entry.room === room && !entry.thread,
    adopt: article => article,
});

const inThread = (room, thread) => ({
    room, thread,
    pages: `/chat/room/${encodeURIComponent(room)}/threads/${encodeURIComponent(thread)}`,
    marks: `/chat/threads/${encodeURIComponent(thread)}`,
    holds: ({ thread_id }) => thread_id === thread,
    numberOf: ({ id }) => Number(id),
    sends: entry => entry.room === room && entry.thread === thread,
    adopt(article) {
        const { id } = article.dataset;
        article.id = `in-thread-${id}`; // the room may show it as well
        article.dataset.number = id;
        return article;
    },
});
