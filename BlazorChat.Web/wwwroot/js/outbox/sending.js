import { request } from '../base/api.js';
import { live } from '../live/live.js';
import { outboxStorage } from './outbox-storage.js';
import { Outbox } from './outbox.js';

/** @type {Map<string, Outbox>} */
const outboxes = new Map();

/**
 * The user's outbox in this tab.
 * @param {string} user
 */
export function outboxOf(user) {
    if (!outboxes.has(user)) outboxes.set(user, open(user));
    return outboxes.get(user);
}

function open(user) {
    const storage = outboxStorage(user, localStorage);
    const outbox = new Outbox({
        storage,
        post: body => request('POST', '/chat/messages', body),
        rest: milliseconds => new Promise(done => setTimeout(done, milliseconds)),
        now: () => Date.now(),
        newId: () => crypto.randomUUID(),
        alone: (room, act) => navigator.locks ? navigator.locks.request(`blazorchat-send-${user}-${room}`, act) : act(),
    });
    live.on({ message: data => data.user_id === user && data.client_id && outbox.confirm(data.client_id) });
    // Sent or discarded in another tab: it must not go out from here as well.
    addEventListener('storage', event => {
        const entry = storage.dropped(event);
        if (entry) outbox.confirm(entry.clientId);
    });
    live.onState(state => {
        if (state === 'open' || state === 'polling') outbox.retryAll();
    });
    return outbox;
}
