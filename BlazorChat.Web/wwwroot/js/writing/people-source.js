import { request } from '../base/api.js';
import { initialsOf } from '../base/profiles.js';
import { mentionAt, peopleFor } from './mention-query.js';

/**
 * Whom an @ could mean.
 * @param {{ room: string, me: string }} where
 * @returns {import('./completion.js').Source<import('./mention-query.js').Addressee>}
 */
export function peopleSource({ room, me }) {
    let people = [];
    let loading = null;
    return {
        label: 'People to mention',
        at: mentionAt,
        async load(word) {
            if (word === '') loading = null; // a name begins: who is here now?
            loading ??= request('GET', `/chat/room/${encodeURIComponent(room)}/members`);
            people = (await loading).body?.members ?? people;
        },
        find: word => peopleFor(people, word, me),
        draw({ user_id, username, display_name }) {
            const name = Object.assign(document.createElement('bdi'), { className: 'name', textContent: display_name ?? username });
            const also = display_name ? [Object.assign(document.createElement('span'), { className: 'also-called', textContent: `@${username}` })] : [];
            return [faceOf(user_id, display_name ?? username), name, ...also];
        },
        write: ({ username }) => `@${username}`,
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
