import { request } from '../base/api.js';
import { attends } from '../base/attention.js';
import { live } from '../live/live.js';
import { UnreadCounts, withCount } from './unread-counts.js';

const MINE = '#rooms a[data-room][data-unread]:not(.other)';

/**
 * Shows what is unread where it is seen while another tab is in front: in the title and the icon.
 * @param {string} me
 * @param {() => string | null} room the one this tab shows
 */
export function startTitle(me, room) {
    const counts = new UnreadCounts([...document.querySelectorAll(MINE)].map(shown), me);

    const draw = () => {
        const title = withCount(document.title, counts.total);
        if (document.title !== title) document.title = title;
        const icon = document.querySelector('link[rel="icon"]');
        const file = counts.total > 0 ? 'favicon-unread.svg' : 'favicon.svg';
        if (icon && icon.getAttribute('href') !== file) icon.setAttribute('href', file);
    };
    const reload = async () => {
        const { ok, body } = await request('GET', '/chat/rooms');
        if (ok) counts.load(body.rooms.filter(one => one.member).map(one => ({ ...one, last: one.last_number })));
        draw();
    };

    live.on({ reset: reload });
    live.subscribe(event => {
        if (counts.apply(event, attends() ? room() : null)) reload();
        draw();
    });
    document.addEventListener('page-updated', draw);
    draw();
}

const shown = ({ dataset }) => ({
    id: dataset.room, unread: Number(dataset.unread), mentions: Number(dataset.mentions), last: Number(dataset.last),
    notify: dataset.notify, muted: dataset.muted === 'true',
});
