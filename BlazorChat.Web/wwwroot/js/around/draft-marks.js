import { live } from '../live/live.js';

const IN_ROOM = 'room';

/** By the room, where something is begun and not sent, as this page was told: in the room itself or in threads. */
const told = new Map();

/** Keeps the marks of unfinished messages in the room list, as the server draws them. */
export function startDraftMarks() {
    live.on({
        reset: () => told.clear(), // what the list says is newer
        draft({ room_id, thread_id, text }) {
            if (!told.has(room_id)) told.set(room_id, new Map());
            told.get(room_id).set(thread_id ?? IN_ROOM, text !== '');
            draw(room_id);
        },
    });
    // The list may have been drawn before the last events were.
    document.addEventListener('rooms-updated', () => [...told.keys()].forEach(draw));
}

function draw(room) {
    for (const link of document.querySelectorAll(`#rooms a[data-room="${CSS.escape(room)}"]`)) {
        const places = new Set(link.dataset.drafts?.split(' ').filter(Boolean));
        for (const [place, isBegun] of told.get(room)) places[isBegun ? 'add' : 'delete'](place);
        showDrafts(link, [...places].join(' '));
    }
}

/**
 * @param {HTMLElement} link
 * @param {string} [places] where something is begun, with spaces between
 */
export function showDrafts(link, places = '') {
    if (places) link.dataset.drafts = places;
    else delete link.dataset.drafts;
    link.querySelector('.draft-sign').hidden = !places;
}
