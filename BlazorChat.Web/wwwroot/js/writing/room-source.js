import { askRooms, knowRooms, roomWords } from '../links/known-rooms.js';
import { wordOf } from '../links/room-words.js';
import { UNSPACED } from '../base/unspaced.js';
import { isInCode } from './code-places.js';
import { MOST } from './mention-query.js';

const WRITTEN = new RegExp(`(?:^|[${UNSPACED}]|[^\\p{L}\\p{N}_#&/.-])#([\\p{L}\\p{M}\\p{N}_-]*)$`, 'u');
const MADE_UP = /^room-[0-9a-f]{8}$/; // the id of a room whose name has no Latin letter

/**
 * Which room a # could mean: public ones, and private ones that I am in. The link of a private one shows only to those who are in it, too.
 * @returns {import('./completion.js').Source<import('../links/room-words.js').Room>}
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
            rooms = (await (word === '' ? askRooms() : knowRooms()) ?? rooms).filter(room => !room.archived && writtenAs(room, roomWords()));
        },
        find: word => roomsFor(rooms, word),
        draw: room => [
            Object.assign(document.createElement('span'), { className: 'completion-emoji', textContent: '#' }),
            Object.assign(document.createElement('bdi'), { className: 'name', textContent: room.name }),
            Object.assign(document.createElement('span'), { className: 'also-called', textContent: alsoCalled(room) }),
        ],
        write: room => `#${writtenAs(room, roomWords())}`,
    };
}

function alsoCalled({ id, name, kind }) {
    if (kind === 'private') return 'private';
    return name.toLowerCase() === id || MADE_UP.test(id) ? '' : `#${id}`;
}

/**
 * By its id, or by its name where that says more and means this room alone. A private one has nothing but its name.
 * @returns {string | null} null: nothing that is written means it
 */
export function writtenAs({ id, name, kind }, words) {
    const word = words.named(wordOf(name))?.id === id ? wordOf(name) : null;
    if (kind === 'public') return MADE_UP.test(id) && word || id;
    return kind === 'private' ? word : null;
}

/** Ids and names that begin so, then names with a word that does. None where one is named already and no other begins so. */
export function roomsFor(rooms, word) {
    const wanted = word.toLowerCase();
    const begins = name => name.toLowerCase().startsWith(wanted);
    const first = rooms.filter(({ id, name, kind }) => kind === 'public' && begins(id) || begins(name) || begins(wordOf(name)));
    const then = rooms.filter(room => !first.includes(room) && room.name.split(/[\s-]+/).some(begins));
    const found = [...first, ...then].slice(0, MOST);
    return found.length === 1 && [found[0].id, wordOf(found[0].name)].includes(wanted) ? [] : found;
}
