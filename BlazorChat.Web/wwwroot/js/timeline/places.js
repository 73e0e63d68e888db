const keyOf = ({ me, room, thread }) => ['blazorchat-place', me, room, thread].filter(Boolean).join('-');

/**
 * Where somebody was in a room, or thread: the first message in view, and how far below the timeline's top it began.
 * @typedef {{ id: string, top: number }} KeptPlace
 */

/**
 * Keeps it for as long as the tab is open.
 * @param {{ me: string, room: string, thread?: string }} whose
 * @param {KeptPlace | null} place null where they were at the end
 */
export function keepPlace(whose, place) {
    try {
        if (place) sessionStorage.setItem(keyOf(whose), JSON.stringify(place));
        else sessionStorage.removeItem(keyOf(whose));
    } catch {
        // Forbidden: the room opens as it does for those who come for the first time.
    }
}

/** @param {{ me: string, room: string, thread?: string }} whose @returns {KeptPlace | null} */
export function keptPlace(whose) {
    try {
        return JSON.parse(sessionStorage.getItem(keyOf(whose)));
    } catch {
        return null;
    }
}
