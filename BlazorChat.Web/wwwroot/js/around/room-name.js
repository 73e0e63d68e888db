import { live } from '../live/live.js';

const SAYING = '.beginning, .prompt, .also span, textarea';

/** The timeline and the composer are never drawn again: they take a room's new name from what is told. A conversation of two is called as the other one is. */
export function keepRoomName() {
    live.subscribe(({ name, data }) => {
        if (name === 'room' && data.room && data.room.kind !== 'direct') take(data.room_id, data.room.name);
        if (name !== 'profile') return;
        const direct = document.querySelector(`#rooms a[data-room][data-user="${CSS.escape(data.user_id)}"]`);
        if (direct) take(direct.dataset.room, data.display_name ?? data.username);
    });
}

function take(room, name) {
    for (const place of document.querySelectorAll(`[data-room="${CSS.escape(room)}"][data-room-name]`)) rename(place, name);
}

function rename(place, name) {
    const before = place.dataset.roomName;
    const renamed = words => words.endsWith(before) ? words.slice(0, -before.length) + name : words;
    for (const one of [place, ...place.querySelectorAll(SAYING)]) {
        for (const attribute of ['aria-label', 'placeholder'])
            if (one.hasAttribute(attribute)) one.setAttribute(attribute, renamed(one.getAttribute(attribute)));
        if (one !== place && !one.matches('textarea')) one.textContent = renamed(one.textContent);
    }
    place.dataset.roomName = name;
}
