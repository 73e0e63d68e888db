/**
 * What the live modules need of the browser. Tests hand in their own clock, streams, locks and channels.
 * @typedef {object} Environment
 * @property {typeof fetch} fetch
 * @property {typeof EventSource} EventSource
 * @property {() => string[]} eventNames the names of all events but `ready` and new messages
 * @property {typeof setTimeout} setTimeout
 * @property {typeof clearTimeout} clearTimeout
 * @property {() => number} now Unix milliseconds
 * @property {() => number} random from 0 up to 1
 * @property {() => boolean} isOnline
 * @property {LockManager | undefined} locks absent outside secure contexts
 * @property {((name: string) => BroadcastChannel) | undefined} openChannel
 */

/** @type {Environment} */
export const browser = {
    fetch: (...args) => globalThis.fetch(...args),
    EventSource: globalThis.EventSource,
    eventNames: () => document.querySelector('meta[name="chat-events"]').content.split(' '),
    setTimeout: (...args) => globalThis.setTimeout(...args),
    clearTimeout: timer => globalThis.clearTimeout(timer),
    now: () => Date.now(),
    random: Math.random,
    isOnline: () => globalThis.navigator?.onLine !== false,
    locks: globalThis.navigator?.locks,
    openChannel: globalThis.BroadcastChannel && (name => new BroadcastChannel(name)),
};
