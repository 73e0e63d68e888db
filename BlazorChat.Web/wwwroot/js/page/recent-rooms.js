import { subject } from '../base/subject.js';

const MOST = 30;
const keyOf = me => `blazorchat-recent-${me}`;

/** @param {string} me @returns {string[]} the rooms that were on the screen in this browser, the last one first */
export function recentRooms(me) {
    try {
        return JSON.parse(localStorage.getItem(keyOf(me))) ?? [];
    } catch {
        return [];
    }
}

/** Remembers which rooms are on the screen. */
export function startRecentRooms() {
    const note = () => {
        const { me, room } = subject()?.dataset ?? {};
        if (!room) return;
        try {
            localStorage.setItem(keyOf(me), JSON.stringify([room, ...recentRooms(me).filter(one => one !== room)].slice(0, MOST)));
        } catch {
            // Full or forbidden: the switcher goes by when something was last said.
        }
    };
    document.addEventListener('page-updated', note);
    note();
}
