import { subject } from '../base/subject.js';
import { say } from '../base/toast.js';
import { goTo } from '../base/walking.js';

/** The room that is shown, if it was deleted or is hidden from this reader now: there is no page of it to draw again. */
let left = null;

/** Whether there is no page of the shown room any more. */
export const hasLeft = () => left !== null && left === subject()?.dataset.room;

/**
 * Leaves the room on the screen when it is hidden from this reader, and says so. Who is removed from a public room may still read it.
 * @param {string} name of an event
 * @param {{ room_id?: string, room?: object | null, user_id?: string, role?: string | null }} data
 * @param {string} me
 * @returns {boolean} whether the page is left
 */
export function endsHere(name, { room_id, room, user_id, role }, me) {
    if (!room_id || room_id !== subject()?.dataset.room) return false;
    const isOut = name === 'member' && user_id === me && !role;
    if (name === 'room' && room === null) return leave(`You are no longer in ${nameShown()}, or it was deleted.`);
    if (isOut && kindShown() === 'private') return leave(`You are no longer in ${nameShown()}.`);
    if (isOut) say(`You are no longer in ${nameShown()}.`);
    return false;
}

function leave(why) {
    if (hasLeft()) return true;
    left = subject().dataset.room;
    document.addEventListener('page-updated', () => left = null, { once: true }); // one may come back to it
    goTo('/');
    say(why);
    return true;
}

const kindShown = () => document.querySelector('#rooms a[aria-current=page]')?.dataset.kind;

const nameShown = () => {
    const name = document.querySelector('.conversation .room-name')?.textContent;
    return name ? `“${name}”` : 'the room';
};
