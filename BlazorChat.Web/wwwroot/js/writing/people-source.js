import { request } from '../base/api.js';
import { initialsOf } from '../base/profiles.js';
import { offerToAdd } from './add-offer.js';
import { MOST, mentionAt, peopleFor } from './mention-query.js';

/**
 * Whom an @ could mean: people of the room first, then others, who are offered to be added once they were chosen.
 * @param {HTMLTextAreaElement} area
 * @param {{ room: string, me: string, kind?: string }} where
 * @returns {import('./completion.js').Source<import('./mention-query.js').Addressee>}
 */
export function peopleSource(area, { room, me, kind }) {
    let members = [];
    let others = [];
    let loading = null;
    const isHere = ({ user_id }) => members.some(one => one.user_id === user_id);
    return {
        label: 'People to mention',
        at: mentionAt,
        async load(word) {
            if (word === '') loading = null; // a name begins: who is here now?
            loading ??= request('GET', `/chat/room/${encodeURIComponent(room)}/members`);
            const asked = word && kind !== 'direct' ? request('GET', `/chat/users?q=${encodeURIComponent(word)}`) : null;
            members = (await loading).body?.members ?? members;
            others = (await asked)?.body?.users ?? [];
        },
        find(word) {
            const here = peopleFor(members, word, me);
            const isWhole = here.length === 0 && members.some(({ username }) => username.toLowerCase() === word.toLowerCase());
            return isWhole ? [] : [...here, ...peopleFor(others.filter(one => !isHere(one)), word, me)].slice(0, MOST);
        },
        draw(person) {
            const { user_id, username, display_name } = person;
            const name = Object.assign(document.createElement('bdi'), { className: 'name', textContent: display_name ?? username });
            const also = [display_name && `@${username}`, !isHere(person) && 'not in this room'].filter(Boolean).join(' · ');
            return [faceOf(user_id, display_name ?? username), name, Object.assign(document.createElement('span'), { className: 'also-called', textContent: also })];
        },
        write: ({ username }) => `@${username}`,
        chosen: person => isHere(person) || offerToAdd(area, room, person),
    };
}

// As the list of members shows them, picture and colour.
function faceOf(id, name) {
    const known = document.querySelector(`[data-face-of="${CSS.escape(id)}"]`)?.cloneNode(true);
    if (known) return known;
    const face = Object.assign(document.createElement('span'), { className: 'avatar', textContent: initialsOf(name) });
    face.setAttribute('aria-hidden', 'true');
    return face;
}
