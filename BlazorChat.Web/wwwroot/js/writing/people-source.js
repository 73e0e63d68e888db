import { request } from '../base/api.js';
import { faceOf } from '../base/faces.js';
import { offerToAdd } from './add-offer.js';
import { everybodyFor } from './everybody.js';
import { MOST, mentionAt, peopleFor } from './mention-query.js';

/**
 * Whom an @ could mean: people of the room first, all of them at once where one may, then others, who are offered to be added once they
 * were chosen.
 * @param {HTMLTextAreaElement} area
 * @param {{ room: string, me: string, kind?: string }} where
 * @returns {import('./completion.js').Source<import('./mention-query.js').Addressee>}
 */
export function peopleSource(area, { room, me, kind }) {
    let members = [];
    let others = [];
    let mayAddressAll = false;
    let loading = null;
    const isHere = ({ user_id }) => members.some(one => one.user_id === user_id);
    return {
        label: 'People to mention',
        at: mentionAt,
        async load(word) {
            if (word === '') loading = null; // a name begins: who is here now?
            loading ??= request('GET', `/chat/room/${encodeURIComponent(room)}/members`);
            const asked = word && kind !== 'direct' ? request('GET', `/chat/users?q=${encodeURIComponent(word)}`) : null;
            const { body } = await loading;
            if (body) ({ members, may_address_all: mayAddressAll } = body);
            others = (await asked)?.body?.users ?? [];
        },
        find(word) {
            const here = peopleFor(members, word, me);
            const all = mayAddressAll ? everybodyFor(word) : [];
            const isWhole = here.length === 0 && members.some(({ username }) => username.toLowerCase() === word.toLowerCase());
            return isWhole ? [] : [...here.slice(0, MOST - all.length), ...all, ...peopleFor(others.filter(one => !isHere(one)), word, me)].slice(0, MOST);
        },
        draw(person) {
            if (person.says) return drawAll(person);
            const { username, display_name } = person;
            const name = Object.assign(document.createElement('bdi'), { className: 'name', textContent: display_name ?? username });
            const also = [display_name && `@${username}`, !isHere(person) && 'not in this room'].filter(Boolean).join(' · ');
            return [faceOf(person), name, Object.assign(document.createElement('span'), { className: 'also-called', textContent: also })];
        },
        write: ({ username, word }) => `@${username ?? word}`,
        chosen: person => person.says || isHere(person) || offerToAdd(area, room, person),
    };
}

const drawAll = ({ word, says }) => [
    Object.assign(document.createElement('span'), { className: 'completion-emoji', textContent: '@' }),
    Object.assign(document.createElement('span'), { className: 'name', textContent: word }),
    Object.assign(document.createElement('span'), { className: 'also-called', textContent: says }),
];
