import { request } from '../base/api.js';
import { live } from '../live/live.js';
import { PresenceVote } from './presence-vote.js';

const NOTICED_EVERY = 10_000;
const LOOKED_AT_EVERY = 30_000;
const GRACE = 2_000;

let vote = null;
let tell = () => {};

/** Whether I chose to be shown as away. */
export const isShownAway = () => vote?.isShownAway ?? false;

/** @param {boolean} away whether others are to see me as away, whatever I do */
export function showAway(away) {
    vote?.showAway(away);
    tell();
}

/**
 * Tells the server whether I am here or away, when that changes.
 * @param {string} user
 */
export function startPresence(user) {
    vote = new PresenceVote(user, crypto.randomUUID(), localStorage);
    let noticed = 0;

    tell = () => {
        const status = vote.takeNews();
        if (status) request('POST', '/chat/presence', { status });
    };
    const active = () => {
        if (document.visibilityState !== 'visible' || Date.now() - noticed < NOTICED_EVERY) return;
        noticed = Date.now();
        vote.active();
        tell();
    };
    const shownOrHidden = () => {
        noticed = 0;
        if (document.visibilityState === 'visible') return active();
        vote.leave();
        setTimeout(tell, GRACE); // the tab that is looked at instead votes first
    };

    for (const name of ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart', 'focus'])
        addEventListener(name, active, { passive: true });
    document.addEventListener('visibilitychange', shownOrHidden);
    addEventListener('pagehide', () => vote.leave());
    addEventListener('storage', tell);
    setInterval(tell, LOOKED_AT_EVERY);
    live.onState(state => {
        if (state !== 'open') return;
        vote.told('online'); // a new stream made me so
        tell();
    });
    active();
}
