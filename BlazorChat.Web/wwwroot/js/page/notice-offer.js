import { tell } from '../base/announcer.js';
import { noticeSettings, switchOn } from './notice-settings.js';

const OFFERED = 'blazorchat-notices-offered';

/**
 * Offers notifications to who has just written for the first time in this browser, and so waits for an answer: once, and never again.
 * @param {{ subscribe: (listener: (change: { kind: string }) => void) => () => void }} outbox of what they write
 */
export function startNoticeOffer(outbox) {
    if (!isOpen()) return;
    const stop = outbox.subscribe(({ kind }) => {
        if (kind !== 'added') return;
        stop();
        if (isOpen()) offer();
    });
}

/** Whether nobody has decided yet. */
function isOpen() {
    try {
        return globalThis.Notification?.permission === 'default' && !noticeSettings().on && !localStorage.getItem(OFFERED);
    } catch {
        return false; // it could not be remembered that they were asked
    }
}

function offer() {
    localStorage.setItem(OFFERED, 'yes');
    const before = document.activeElement;
    const box = Object.assign(document.createElement('aside'), { className: 'notice-offer', ariaLabel: 'Notifications' });
    box.innerHTML = '<p>Be told of new messages while you look elsewhere?</p><div><button type="button" class="button small primary">Turn on</button><button type="button" class="button small">Not now</button></div>';
    const [on, no] = box.querySelectorAll('button');
    const close = () => {
        const hadFocus = box.contains(document.activeElement);
        box.remove();
        if (hadFocus) before?.focus({ preventScroll: true });
    };
    on.addEventListener('click', async () => {
        close();
        tell(await switchOn() ? 'Notifications are on.' : 'Your browser does not allow notifications.');
    });
    no.addEventListener('click', close);
    box.addEventListener('keydown', ({ key }) => key === 'Escape' && close());
    document.body.append(box);
    tell('Be told of new messages while you look elsewhere? The answer is at the end of the page.');
}
