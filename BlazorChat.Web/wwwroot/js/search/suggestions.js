/**
 * @typedef {object} Suggestion
 * @property {string} text what stands in the field in place of the word
 * @property {string} label
 * @property {string} hint
 * @property {boolean} [whole] it replaces all that was written, and is searched for at once
 */

const FILTERS = [
    ['from:', 'from:', 'by someone'], ['in:', 'in:', 'in a room'], ['has:', 'has:', 'with a file, an image or a link'],
    ['is:', 'is:', 'pinned, or in a thread'], ['on:', 'on:', 'on a day'], ['before:', 'before:', 'before a day'], ['after:', 'after:', 'after a day'],
];
const VALUES = {
    has: [['file', 'with a file'], ['image', 'with an image'], ['link', 'with a link']],
    is: [['pinned', 'pinned messages'], ['thread', 'replies in threads']],
};
const DAYS = ['on', 'before', 'after'];
const MOST = 8;
const NAMES = 3;

/**
 * The word that the cursor stands in or behind.
 * @param {string} text
 * @param {number} caret
 */
export function wordAt(text, caret) {
    const start = text.lastIndexOf(' ', caret - 1) + 1;
    const end = text.indexOf(' ', caret);
    return { start, end: end < 0 ? text.length : end, word: text.slice(start, caret) };
}

/**
 * What must be asked for before something can be suggested for a word: who, and the rooms. A word without a filter may be the name of either.
 * @param {string} word
 * @returns {{ name: boolean, who?: string, where: boolean }}
 */
export function lookUp(word) {
    const [, filter, value] = /^([a-z]+):(.*)$/i.exec(word) ?? [];
    const name = !filter && /^[@#]?[\p{L}\p{N}][^:"*]+$/u.test(word);
    const isFrom = filter?.toLowerCase() === 'from';
    return {
        name, where: name && word[0] !== '@' || filter?.toLowerCase() === 'in',
        ...(isFrom || name && word[0] !== '#') && { who: (isFrom ? value : word).replace(/^@/, '') },
    };
}

/**
 * What could be meant by the beginning of a word.
 * @param {string} word
 * @param {{ rooms?: { id: string, name: string, kind: string, users?: { username: string }[] }[], people?: { username: string, display_name?: string }[], me?: string, today?: Date }} known
 * @returns {Suggestion[]}
 */
export function suggest(word, { rooms = [], people = [], me = '', today = new Date() } = {}) {
    const [, filter, value] = /^([a-z]+):(.*)$/i.exec(word.toLowerCase()) ?? [];
    if (filter === 'in') return roomsLike(value, rooms, me, MOST);
    if (filter === 'from') {
        const own = 'me'.startsWith(value) ? [{ text: 'from:me', label: 'from:me', hint: 'what you wrote' }] : [];
        return [...own, ...people.map(authorOf)].slice(0, MOST);
    }
    if (VALUES[filter]) return VALUES[filter].filter(([name]) => name.startsWith(value)).map(([name, hint]) => ({ text: `${filter}:${name}`, label: `${filter}:${name}`, hint }));
    if (DAYS.includes(filter)) return daysFor(today).map(([day, hint]) => ({ text: `${filter}:${day}`, label: `${filter}:${day}`, hint })).filter(({ text }) => text.startsWith(word.toLowerCase()));
    const filters = FILTERS.filter(([name]) => name.startsWith(word.toLowerCase())).map(([text, label, hint]) => ({ text, label, hint }));
    if (!lookUp(word).name) return filters;
    const byName = one => ({ ...one, hint: one.text });
    return [...filters, ...people.slice(0, NAMES).map(authorOf).map(byName), ...word[0] === '@' ? [] : roomsLike(word.toLowerCase(), rooms, me, NAMES).map(byName)];
}

const authorOf = ({ username, display_name }) => ({ text: `from:@${username}`, label: display_name ?? username, hint: `@${username}` });

function roomsLike(value, rooms, me, most) {
    const fits = text => text.toLowerCase().includes(value.replace(/^[#@"]/, ''));
    return rooms.filter(room => fits(room.name) || fits(room.id)).map(room => ({ text: `in:${nameOf(room, me)}`, label: room.name, hint: WORDS[room.kind] })).slice(0, most);
}

const WORDS = { public: 'room', private: 'private room', direct: 'conversation' };

// A public room's id is its short name; others have a random one.
function nameOf({ id, name, kind, users }, me) {
    if (kind === 'public') return `#${id}`;
    if (kind === 'direct') return `@${users?.find(({ user_id }) => user_id !== me)?.username ?? name}`;
    return /\s/.test(name) ? `"${name}"` : `#${name}`;
}

function daysFor(today) {
    const day = before => {
        const date = new Date(today.getFullYear(), today.getMonth(), today.getDate() - before);
        return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;
    };
    return [[day(0), 'today'], [day(1), 'yesterday'], [day(7), 'a week ago'], [day(30), '30 days ago']];
}
