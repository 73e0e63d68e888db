import { UNSPACED } from '../base/unspaced.js';

/** How many are offered at once. */
export const MOST = 8;
// "mail@ada" and "/@ada" address nobody, "_@ada_" does, and scripts without spaces go on up to the @: as the server sees it.
const WRITTEN = new RegExp(`(?:^|[${UNSPACED}]|(?:^|[^\\p{L}\\p{N}_@])_+|[^\\p{L}\\p{N}_@/.-])@([\\p{L}\\p{N}._-]*)$`, 'u');

/**
 * Someone who can be addressed.
 * @typedef {{ user_id: string, username: string, display_name: string | null }} Addressee
 */

/**
 * The name that is being written where the caret stands.
 * @param {string} text
 * @param {number} caret
 * @returns {{ start: number, word: string } | null} start: where the @ stands
 */
export function mentionAt(text, caret) {
    const found = WRITTEN.exec(text.slice(0, caret));
    return found && { start: caret - found[1].length - 1, word: found[1] };
}

/**
 * Whom it could become: usernames that begin so come first, then names with a word that does. Nobody where it is a
 * whole name already and no longer one begins with it: there is nothing to complete, and Enter sends.
 * @template {Addressee} T
 * @param {T[]} people
 * @param {string} word
 * @param {string} me their id, who does not call themselves
 * @returns {T[]}
 */
export function peopleFor(people, word, me) {
    const wanted = word.toLowerCase();
    const begins = name => name.toLowerCase().startsWith(wanted);
    const others = people.filter(person => person.user_id !== me);
    const byUsername = others.filter(({ username }) => begins(username));
    const byName = others.filter(person => !byUsername.includes(person) && (person.display_name ?? '').split(/\s+/).some(begins));
    const found = [...byUsername, ...byName].slice(0, MOST);
    return found.length === 1 && found[0].username.toLowerCase() === wanted ? [] : found;
}
