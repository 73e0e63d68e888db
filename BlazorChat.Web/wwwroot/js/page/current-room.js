/** The room that was last brought into sight. @type {string | undefined} */
let shown;

/** Keeps the room on the screen in sight in the list of rooms, however many there are: after a link, a key or a reload. */
export function startCurrentRoom() {
    document.addEventListener('page-updated', showCurrentRoom);
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
