import { request } from '../base/api.js';
import { live } from '../live/live.js';
import { draftOf } from '../outbox/drafts.js';
import { nameOf } from './chosen.js';
import { patch } from './patch.js';
import { Uploads } from './uploads.js';

/** @type {Map<string, Uploads>} */
const uploads = new Map();

/**
 * The user's files on their way from this tab, whichever room it shows.
 * @param {string} user
 */
export function uploadsOf(user) {
    if (!uploads.has(user)) uploads.set(user, open(user));
    return uploads.get(user);
}

const addressOf = id => `/chat/uploads/${encodeURIComponent(id)}`;

function open(user) {
    const mine = new Uploads({
        announce: async (size, signal) => await unlessStill(user, signal) ?? request('POST', '/chat/uploads', { size }, { signal }),
        find: (id, signal) => request('GET', addressOf(id), undefined, { signal }),
        send: (id, offset, piece, signal, onProgress) => patch(`${addressOf(id)}?offset=${offset}`, piece, signal, onProgress),
        giveUp: id => request('DELETE', addressOf(id), undefined, { keepalive: true }),
        post: (upload, id, signal) => request('POST', '/chat/files', formOf(upload, id), { signal }),
        rest: milliseconds => new Promise(done => setTimeout(done, milliseconds)),
        random: Math.random,
        now: () => performance.now(),
        newId: () => crypto.randomUUID(),
    });
    live.on({ message: data => data.user_id === user && data.client_id && mine.confirm(data.client_id) });
    live.onState(state => {
        if (state === 'open' || state === 'polling') mine.wake();
    });
    mine.subscribe(({ kind, upload, text }) => kind === 'discarded' && keep(user, upload, text));
    addEventListener('online', () => mine.restart());
    addEventListener('beforeunload', event => mine.wouldBeLost && event.preventDefault());
    return mine;
}

/**
 * An upload is whose who announces it: on a machine of many, somebody else may have signed in meanwhile.
 * @returns {Promise<import('../base/api.js').Answer | null>} why it may not be announced
 */
async function unlessStill(user, signal) {
    const me = await request('GET', '/auth/me', undefined, { signal });
    if (!me.ok) return me;
    return me.body.user_id === user ? null : { ...me, ok: false, status: 403, body: { detail: 'Somebody else has signed in here.' } };
}

// What was said about a file that is not sent: the field of its room takes it, or else it waits as a draft.
function keep(user, { room, thread }, text) {
    const which = thread ? `[data-thread="${CSS.escape(thread)}"]` : ':not([data-thread])';
    const field = document.querySelector(`chat-composer[data-room="${CSS.escape(room)}"]${which} textarea`);
    if (!text || field) return;
    const draft = draftOf(user, room, thread);
    draft.write([text, draft.read()].filter(Boolean).join('\n'));
}

function formOf({ room, file, text, replyTo, clientId, thread, alsoInRoom }, uploadId) {
    const form = new FormData();
    form.append('room_id', room);
    form.append('upload_id', uploadId);
    form.append('file_name', nameOf(file));
    form.append('client_id', clientId);
    if (text) form.append('message', text);
    if (replyTo) form.append('reply_to', replyTo.id);
    if (thread) form.append('thread_id', thread);
    if (alsoInRoom) form.append('also_in_room', 'true');
    return form;
}
