import { live } from './live.js';

/** @param {() => void} act called when the page has another connection than it was drawn for: not all was told that is not in the log, as who is here */
export function onReconnected(act) {
    let isKnown = false;
    live.subscribe(({ name }) => name === 'ready' && isKnown && act());
    // Another tab may lead, and have been told before this one came.
    live.onState(state => state === 'open' && queueMicrotask(() => isKnown = true));
}
