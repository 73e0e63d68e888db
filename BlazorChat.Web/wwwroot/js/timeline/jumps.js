import { entered, keptPlace, nextEntry } from './places.js';

/** Which of the places of this page somebody is at, as its entry in the history says. */
let at = globalThis.history?.state?.jump;

const room = () => document.querySelector('chat-timeline:not([data-thread])');

/**
 * Remembers in the history where somebody was in the room before they follow a link to one of its messages.
 * @param {DOMStringMap} whose of the room's timeline
 * @param {string} message where the link leads
 */
export function rememberJump(whose, message) {
    history.replaceState({ ...history.state, place: keptPlace(whose) ?? 'end' }, '');
    at = Date.now();
    history.pushState({ jump: at, message, entry: nextEntry() }, '');
}

/** Lets the way back, and the one forward, lead through the places of a room as through pages. */
export function startJumps() {
    let address = location.href;
    addEventListener('popstate', () => {
        const { jump, place, message } = history.state ?? {};
        if (location.href !== address || jump === at) return;
        at = jump;
        entered();
        if (place) room()?.returnTo(place === 'end' ? null : place);
        else if (message) room()?.goTo(message);
    }, { capture: true });
    document.addEventListener('page-updated', () => {
        if (location.href !== address) at = history.state?.jump;
        address = location.href;
        entered();
    });
}
