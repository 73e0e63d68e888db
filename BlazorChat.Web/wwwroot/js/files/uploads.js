import { sentence } from '../base/api.js';
import { Speed } from './speed.js';
import { Transfer } from './transfer.js';

const AT_ONCE = 2;
const TOLD_EVERY = 200;
const EVENT_WITHIN = 2_000;
const NO_CONNECTION = 'Waiting for the connection…';
const SIGNED_OUT = 'Waiting until you have signed in again…';

/**
 * A file on its way into a room.
 * @typedef {object} Upload
 * @property {string} clientId makes posting it again safe
 * @property {string} room
 * @property {string} roomName
 * @property {File} file
 * @property {string} [thread] the message on whose thread it hangs
 * @property {boolean} [alsoInRoom] whether it stands in the room as well
 * @property {string} text what is said about it
 * @property {import('../outbox/outbox.js').Entry['replyTo']} replyTo
 * @property {string} together the same for all that were sent at once
 * @property {'waiting' | 'moving' | 'here' | 'posting' | 'sent' | 'failed'} state `waiting` for a turn; `here`: the server
 *     has it, and those before it come first
 * @property {number} moved bytes
 * @property {number} speed bytes a second, 0 if unknown
 * @property {string} notice why it does not go on just now, for a person, or empty
 * @property {string} reason why it failed, for a person, or empty
 */

/**
 * What happened to one. `discarded` carries what was said about it, unless another file took that over.
 * @typedef {{ kind: 'added' | 'changed' | 'progress' | 'sent' | 'discarded', upload: Upload, text?: string }} Change
 */

/** Sends files: two at a time, posted in the order in which they were chosen, each once. */
export class Uploads {
    #uploads = [];
    #transfers = new Map();
    #posting = new Set();
    #listeners = new Set();
    #environment;

    /**
     * @param {import('./transfer.js').Line & {
     *     post: (upload: Upload, uploadId: string, signal: AbortSignal) => Promise<import('../base/api.js').Answer>,
     *     now: () => number,
     *     newId: () => string }} environment
     */
    constructor(environment) {
        this.#environment = environment;
    }

    /** Whether anything would be lost if the page closed: what failed can still be tried again. */
    get wouldBeLost() {
        return this.#uploads.some(({ state }) => state !== 'sent');
    }

    /** @param {(change: Change) => void} listener */
    subscribe(listener) {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
    }

    get all() {
        return [...this.#uploads];
    }

    /**
     * @param {{ room: string, roomName: string, thread?: string, alsoInRoom?: boolean }} place
     * @param {File[]} files each becomes a message
     * @param {string} text goes with the first, and so does what it answers
     * @param {Upload['replyTo']} [replyTo]
     */
    add({ room, roomName, thread, alsoInRoom }, files, text, replyTo = null) {
        const together = this.#environment.newId();
        files.forEach((file, i) => {
            const upload = {
                clientId: this.#environment.newId(), room, roomName, thread, alsoInRoom, file, together, ...(i ? { text: '', replyTo: null } : { text, replyTo }),
                state: 'waiting', moved: 0, speed: 0, notice: '', reason: '',
            };
            this.#uploads.push(upload);
            this.#transfers.set(upload, this.#transferOf(upload));
            this.#tell({ kind: 'added', upload });
        });
        this.#pump();
    }

    /** @param {string} clientId of one that failed */
    retry(clientId) {
        const upload = this.#find(clientId);
        if (upload?.state !== 'failed') return;
        this.#change(upload, { state: 'waiting', reason: '' });
        this.#pump();
    }

    /** @param {string} clientId of one on its way, or of one that failed */
    discard(clientId) {
        const upload = this.#find(clientId);
        if (!upload) return;
        this.#transfers.get(upload).giveUp();
        this.#remove(upload, { kind: 'discarded', text: this.#handOn(upload) ? '' : upload.text });
    }

    /** It was seen among the room's messages. */
    confirm(clientId) {
        const upload = this.#find(clientId);
        if (upload) this.#remove(upload, { kind: 'sent' });
    }

    /** The server answers again. */
    wake() {
        for (const transfer of this.#transfers.values()) transfer.wake();
    }

    /** The network is back. */
    restart() {
        for (const [{ state }, transfer] of this.#transfers) if (state === 'moving' || state === 'posting') transfer.restart();
    }

    #pump() {
        const moving = this.#uploads.filter(({ state }) => state === 'moving').length;
        const next = this.#uploads.filter(({ state }) => state === 'waiting').slice(0, Math.max(0, AT_ONCE - moving));
        next.forEach(upload => this.#bring(upload));
        new Set(this.#uploads.map(({ room }) => room)).forEach(room => this.#post(room));
    }

    async #bring(upload) {
        this.#change(upload, { state: 'moving' });
        const answer = await this.#transfers.get(upload).bring();
        if (!this.#uploads.includes(upload)) return;
        this.#change(upload, answer.ok ? { state: 'here', moved: upload.file.size, speed: 0 } : failed(answer));
        this.#pump();
    }

    async #post(room) {
        if (this.#posting.has(room)) return;
        this.#posting.add(room);
        for (let next; (next = this.#nextOf(room))?.state === 'here';) await this.#postOne(next);
        this.#posting.delete(room);
    }

    #nextOf(room) {
        return this.#uploads.find(upload => upload.room === room && upload.state !== 'failed' && upload.state !== 'sent');
    }

    async #postOne(upload) {
        const transfer = this.#transfers.get(upload);
        this.#change(upload, { state: 'posting' });
        const answer = await transfer.conclude((uploadId, signal) => this.#environment.post(upload, uploadId, signal));
        if (!this.#uploads.includes(upload)) return; // its event came before its answer, or it was discarded
        if (answer.ok) return this.#posted(upload);
        const goesOn = goesOnAfter(answer, transfer);
        this.#change(upload, goesOn ? { state: 'waiting' } : failed(answer));
        if (goesOn) this.#pump();
    }

    // Its place in the timeline comes with the event: until then it stays in sight.
    #posted(upload) {
        this.#change(upload, { state: 'sent' });
        this.#environment.rest(EVENT_WITHIN).then(() => this.confirm(upload.clientId));
    }

    // What is said about several files is not lost with the first of them.
    #handOn(upload) {
        if (!upload.text && !upload.replyTo) return true;
        const next = this.#uploads.find(other => other !== upload && other.together === upload.together &&
            !other.text && ['waiting', 'moving', 'here', 'failed'].includes(other.state));
        if (next) this.#change(next, { text: upload.text, replyTo: upload.replyTo });
        return !!next;
    }

    #transferOf(upload) {
        const { now, rest } = this.#environment;
        let [speed, told, waits] = [null, -Infinity, false];
        const tell = () => {
            [told, waits] = [now(), false];
            this.#tell({ kind: 'progress', upload });
        };
        return new Transfer(upload.file, this.#environment, {
            onProgress: bytes => {
                const at = now();
                speed ??= new Speed(bytes, at);
                speed.reached(bytes, at);
                Object.assign(upload, { moved: bytes, speed: speed.value });
                if (at - told >= TOLD_EVERY) return tell();
                if (!waits) rest(told + TOLD_EVERY - at).then(tell);
                waits = true;
            },
            onWait: (answer, seconds) => {
                speed = null;
                if (this.#uploads.includes(upload)) this.#change(upload, { notice: answer ? patience(answer, seconds) : '', speed: 0 });
            },
        });
    }

    #find(clientId) {
        return this.#uploads.find(upload => upload.clientId === clientId);
    }

    #change(upload, what) {
        Object.assign(upload, what);
        this.#tell({ kind: 'changed', upload });
    }

    #remove(upload, change) {
        this.#uploads.splice(this.#uploads.indexOf(upload), 1);
        this.#transfers.get(upload).end();
        this.#transfers.delete(upload);
        this.#tell({ ...change, upload });
        this.#pump();
    }

    #tell(change) {
        for (const listener of [...this.#listeners]) listener(change);
    }
}

const failed = answer => ({ state: 'failed', reason: sentence(answer), notice: '', speed: 0 });

function patience({ status, body }, seconds) {
    if (status === 401) return SIGNED_OUT;
    if (status !== 429 && status < 500) return NO_CONNECTION;
    return `${status === 429 ? 'You are sending too fast.' : body?.detail ?? 'The server is busy.'} It goes on in ${seconds} s.`;
}

const BEHIND = ['wrong_offset', 'upload_incomplete', 'superseded'];

/** Whether the upload has to be looked after once more before it can be a message. */
function goesOnAfter({ status, body }, transfer) {
    if (status === 400 && body?.errors?.upload_id) transfer.lost();
    else if (status === 409 && BEHIND.includes(body?.code)) transfer.doubt();
    else return false;
    return true;
}
