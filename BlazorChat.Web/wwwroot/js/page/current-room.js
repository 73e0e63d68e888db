import { subject } from '../base/subject.js';

/** The room that was last brought into sight. @type {string | undefined} */
let shown;

/** Keeps the room on the screen marked and in sight in the list of rooms, however many there are: after a link, a key or a reload. */
export function startCurrentRoom() {
    for (const name of ['page-updated', 'rooms-updated']) document.addEventListener(name, markCurrentRoom);
    markCurrentRoom();
}

/** Pages that come in place bring no list. */
export function markCurrentRoom() {
    const room = subject()?.dataset.room;
    for (const link of document.querySelectorAll('#rooms a[data-room]'))
        if (link.dataset.room === room) link.setAttribute('aria-current', 'page');
        else link.removeAttribute('aria-current');
    showCurrentRoom();
}

/** Once for each room: somebody may scroll away from it. */
export function showCurrentRoom() {
    const link = document.querySelector('#rooms a[aria-current=page]');
    const list = link?.closest('.rooms-scroll');
    if (!list || link.dataset.room === shown || list.getClientRects().length === 0) return;
    shown = link.dataset.room;
    const [row, seen] = [link.getBoundingClientRect(), list.getBoundingClientRect()];
    if (row.top < seen.top || row.bottom > seen.bottom) list.scrollTop += (row.top + row.bottom - seen.top - seen.bottom) / 2;
}
