const MOST_ENTRIES = 100;
const ENTRY = 'blazorchat-entry-';

const keyOf = ({ me, room, thread }) => ['blazorchat-place', me, room, thread].filter(Boolean).join('-');

/** The entry of the browser's history that is on the screen. While another one is loaded, still the one before. */
let entry = entryOf();
let address = globalThis.location?.href;

/**
 * Where somebody was in a room, or thread: the first message in view, and how far below the timeline's top it began.
 * @typedef {{ id: string, top: number }} KeptPlace
 */

/**
 * Keeps it for as long as the tab is open: of the room, and of this entry of the history.
 * @param {{ me: string, room: string, thread?: string }} whose
 * @param {KeptPlace | null} place null where they were at the end
 */
export function keepPlace(whose, place) {
    try {
        if (place) sessionStorage.setItem(keyOf(whose), JSON.stringify(place));
        else sessionStorage.removeItem(keyOf(whose));
        sessionStorage.setItem(`${ENTRY}${entry} ${keyOf(whose)}`, JSON.stringify(place));
    } catch {
        // Forbidden, or full: the room opens as it does for those who come for the first time.
    }
}

/**
 * Where somebody was when they come back to an entry of the history; else where they were in the room the last time.
 * @param {{ me: string, room: string, thread?: string }} whose
 * @returns {KeptPlace | null}
 */
export function keptPlace(whose) {
    try {
        const { entry: known } = history.state ?? {}; // an entry that was just made has none yet
        const ofEntry = known ? sessionStorage.getItem(`${ENTRY}${known} ${keyOf(whose)}`) : null;
        return JSON.parse(ofEntry ?? sessionStorage.getItem(keyOf(whose)));
    } catch {
        return null;
    }
}

/** The page on the screen is that of the history's present entry from now on. */
export function entered() {
    // Drawn again in place, the page has lost what its entry said.
    if (location.href === address && !history.state?.entry) history.replaceState({ ...history.state, entry }, '');
    [entry, address] = [entryOf(), location.href];
}

/** @returns {number} what an entry is to say that is made for a place of the same page */
export function nextEntry() {
    return (entry = count());
}

// Each entry gets a number of its own at the first sight of it.
function entryOf() {
    if (!globalThis.history) return 0;
    const { entry: known } = history.state ?? {};
    if (known) return known;
    const next = count();
    history.replaceState({ ...history.state, entry: next }, '');
    return next;
}

function count() {
    try {
        const next = Number(sessionStorage.getItem(`${ENTRY}last`) ?? 0) + 1;
        sessionStorage.setItem(`${ENTRY}last`, String(next));
        for (const key of Object.keys(sessionStorage)) if (key.startsWith(`${ENTRY}${next - MOST_ENTRIES} `)) sessionStorage.removeItem(key);
        return next;
    } catch {
        return Date.now();
    }
}
