import { UNSPACED } from '../base/unspaced.js';

const LONGEST = 80; // of a room's name

const NAMED = new RegExp(`(?<=^|[${UNSPACED}]|[^\\p{L}\\p{M}\\p{N}_#&/.@-])#([\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}_-]*)`, 'u');
const EVERY = new RegExp(NAMED, 'gu');
// A word ends before a hyphen that ends a sentence, and where no spaces are written, anywhere.
const ENDS = new RegExp(`^(?:[${UNSPACED}]|[_-]+$)`, 'u');

/**
 * What may be linked.
 * @typedef {{ id: string, name: string, kind: 'public' | 'private' | 'direct' }} Room
 */

/** Whether a text could name a room. */
export const mayNameRooms = text => NAMED.test(text);

/** The words after a # that could name one, in their order. @param {string} text @returns {string[]} */
export const roomWordsIn = text => Array.from(text.matchAll(EVERY), ([, word]) => word);

/** How a room is written after a # by its name: "The design team" is `#the-design-team`. */
export const wordOf = name => folded(name).replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-').replace(/^[-_]+|[-_]+$/g, '');

const folded = text => text.normalize('NFKC').toLowerCase();

/** The rooms that one reader may see, by the words that name them. */
export class RoomWords {
    #byWord = new Map();

    /** @param {Room[]} rooms */
    constructor(rooms) {
        const named = rooms.filter(({ kind }) => kind !== 'direct');
        const isPublic = ({ kind }) => kind === 'public';
        // The id of a public room means that room to everybody. A name comes after it, and means nothing where two rooms have it.
        for (const room of named.filter(isPublic)) this.#byWord.set(room.id, room);
        this.#name(named.filter(isPublic));
        this.#name(named.filter(room => !isPublic(room)));
    }

    #name(rooms) {
        const byName = new Map();
        for (const room of rooms) byName.set(wordOf(room.name), byName.has(wordOf(room.name)) ? null : room);
        for (const [word, room] of byName) if (word && !this.#byWord.has(word)) this.#byWord.set(word, room);
    }

    /** @param {string} word all of it @returns {Room | null | undefined} */
    named = word => this.#byWord.get(folded(word));

    /**
     * The room that a word begins with.
     * @param {string} word
     * @returns {{ room: Room, length: number } | null} length: how much of the word names it
     */
    at(word) {
        for (let length = Math.min(word.length, LONGEST); length > 0; length--) {
            const room = (length === word.length || ENDS.test(word.slice(length))) && this.named(word.slice(0, length));
            if (room) return { room, length };
        }
        return null;
    }

    /**
     * @param {string} text
     * @returns {(string | { room: Room, written: string })[]} the text in pieces: words, and names of rooms with their #
     */
    piecesOf(text) {
        const pieces = [];
        let kept = 0;
        for (const { 1: word, index } of text.matchAll(EVERY)) {
            const found = this.at(word);
            if (!found) continue;
            const end = index + 1 + found.length;
            pieces.push(text.slice(kept, index), { room: found.room, written: text.slice(index, end) });
            kept = end;
        }
        return [...pieces, text.slice(kept)].filter(piece => piece !== '');
    }
}
