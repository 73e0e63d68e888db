import { withCount } from './unread-counts.js';
import { onUnreadThreads, threadCalls } from './unread-threads.js';
import { onUnread, totalUnread } from './unread.js';

/** Shows what is unread where it is seen while another tab is in front: in the title and the icon. */
export function startTitle() {
    const draw = () => {
        const total = totalUnread() + threadCalls();
        const title = withCount(document.title, total);
        if (document.title !== title) document.title = title;
        const icon = document.querySelector('link[rel="icon"]');
        const file = total > 0 ? 'favicon-unread.svg' : 'favicon.svg';
        if (icon && icon.getAttribute('href') !== file) icon.setAttribute('href', file);
    };
    onUnread(draw);
    onUnreadThreads(draw);
    document.addEventListener('page-updated', draw);
    draw();
}
