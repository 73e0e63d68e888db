import { request } from '../base/api.js';
import { isInCode } from './code-places.js';
import { MOST } from './mention-query.js';

const WRITTEN = /(?:^|[^\p{L}\p{N}_#&/.-])#([\p{L}\p{N}_-]*)$/u;

/**
 * Which room a # could mean: public ones, whose ids are words that everybody can read.
 * @returns {import('./completion.js').Source<{ id: string, name: string, topic: string }>}
 */
export function roomSource() {
    let rooms = [];
    let loading = null;
    return {
        label: 'Rooms',
        at(text, caret) {
            const found = WRITTEN.exec(text.slice(0, caret));
            return found && !isInCode(text, caret) ? { start: caret - found[1].length - 1, word: found[1] } : null;
        },
        async load(word) {
            if (word === '') loading = null;
            loading ??= request('GET', '/chat/rooms');
            rooms = ((await loading).body?.rooms ?? rooms).filter(({ kind, archived }) => kind === 'public' && !archived);
        },
        find: word => roomsFor(rooms, word),
        draw: ({ id, name }) => [
            Object.assign(document.createElement('span'), { className: 'completion-emoji', textContent: '#' }),
            Object.assign(document.createElement('bdi'), { className: 'name', textContent: name }),
            Object.assign(document.createElement('span'), { className: 'also-called', textContent: name.toLowerCase() === id ? '' : `#${id}` }),
        ],
        write: ({ id }) => `#${id}`,
    };
}

/** Ids and names that begin so, then names with a word that does. None where one is named already and no other begins so. */
export function roomsFor(rooms, word) {
    const wanted = word.toLowerCase();
    const begins = name => name.toLowerCase().startsWith(wanted);
    const first = rooms.filter(({ id, name }) => begins(id) || begins(name));
    const then = rooms.filter(room => !first.includes(room) && room.name.split(/[\s-]+/).some(begins));
    const found = [...first, ...then].slice(0, MOST);
    return found.length === 1 && found[0].id === wanted ? [] : found;
}
