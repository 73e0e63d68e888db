import { askRooms, knowRooms, roomWords } from '../links/known-rooms.js';
import { wordOf } from '../links/room-words.js';
import { UNSPACED } from '../base/unspaced.js';
import { isInCode } from './code-places.js';
import { MOST } from './mention-query.js';

const WRITTEN = new RegExp(`(?:^|[${UNSPACED}]|[^\\p{L}\\p{N}_#&/.-])#([\\p{L}\\p{M}\\p{N}_-]*)$`, 'u');
const MADE_UP = /^room-[0-9a-f]{8}$/; // the id of a room whose name has no Latin letter

/**
 * Which room a # could mean: public ones, whose names everybody can read.
 * @returns {import('./completion.js').Source<{ id: string, name: string, topic: string }>}
 */
export function roomSource() {
    let rooms = [];
    return {
        label: 'Rooms',
        at(text, caret) {
            const found = WRITTEN.exec(text.slice(0, caret));
            return found && !isInCode(text, caret) ? { start: caret - found[1].length - 1, word: found[1] } : null;
        },
        async load(word) {
            rooms = (await (word === '' ? askRooms() : knowRooms()) ?? rooms).filter(({ kind, archived }) => kind === 'public' && !archived);
        },
        find: word => roomsFor(rooms, word),
        draw: room => [
            Object.assign(document.createElement('span'), { className: 'completion-emoji', textContent: '#' }),
            Object.assign(document.createElement('bdi'), { className: 'name', textContent: room.name }),
            Object.assign(document.createElement('span'), { className: 'also-called', textContent: room.name.toLowerCase() === room.id || MADE_UP.test(room.id) ? '' : `#${room.id}` }),
        ],
        write: room => `#${writtenAs(room, roomWords())}`,
    };
}

/** By its id, or by its name where that says more and means this room alone. */
export function writtenAs({ id, name }, words) {
    return MADE_UP.test(id) && words.named(wordOf(name))?.id === id ? wordOf(name) : id;
}

/** Ids and names that begin so, then names with a word that does. None where one is named already and no other begins so. */
export function roomsFor(rooms, word) {
    const wanted = word.toLowerCase();
    const begins = name => name.toLowerCase().startsWith(wanted);
    const first = rooms.filter(({ id, name }) => begins(id) || begins(name) || begins(wordOf(name)));
    const then = rooms.filter(room => !first.includes(room) && room.name.split(/[\s-]+/).some(begins));
    const found = [...first, ...then].slice(0, MOST);
    return found.length === 1 && [found[0].id, wordOf(found[0].name)].includes(wanted) ? [] : found;
}
