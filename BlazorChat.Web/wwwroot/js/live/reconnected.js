import { live } from './live.js';

const SETTLES = 10_000;

/** @param {() => void} act called when the page has another connection than it was drawn for: not all was told that is not in the log, as who is here */
export function onReconnected(act) {
    let isKnown = false;
    live.subscribe(({ name }) => {
        if (name !== 'ready') return;
        if (isKnown) act();
        isKnown = true;
    });
    // Another tab may lead, and have been told before this one came. One that goes just then, as at a reload, hands its lead to this one.
    live.onState(state => state === 'open' && setTimeout(() => isKnown = true, SETTLES));
}
