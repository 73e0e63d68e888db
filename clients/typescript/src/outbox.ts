import { asChatError, type ChatError } from './errors.js';
import type { Http } from './http.js';
import { newId } from './ids.js';
import { Backoff, rest, UNTIL_WOKEN, type Timing } from './timing.js';
import type { Message } from './types.js';
import { postFile } from './upload.js';

/**
 * A message of mine that is not among the room's messages yet.
 * `sending`: on its way. `waiting`: it did not get through, and is sent again by itself. `failed`: it was refused, see `error`.
 * `sent`: it is on the server, and takes its place in a moment.
 */
export interface Outgoing {
    readonly clientId: string;
    readonly text: string;
    readonly replyTo: string | null;
    /** The file, and how many of its bytes are on the server. */
    readonly file: { readonly name: string; readonly size: number; readonly sent: number } | null;
    /** When it was written, Unix milliseconds. */
    readonly at: number;
    readonly state: 'sending' | 'waiting' | 'failed' | 'sent';
    readonly error: ChatError | null;
    /** As the server has it, once it is sent. */
    readonly message: Message | null;
}

interface Entry {
    shown: Outgoing;
    file: Blob | null;
    gone: AbortController;
    settle: (message: Message | null) => void;
}

/** Sends what a person writes to a room: at once, texts in their order, and never twice. */
export class Outbox {
    #http: Http;
    #roomId: string;
    #timing: Timing;
    #newest: () => number;
    #onChange: () => void;
    #entries: Entry[] = [];
    #shown: readonly Outgoing[] = [];
    #busy = false;
    #wake = new AbortController();

    /** @param newest The number of the newest message that is among the room's messages. */
    constructor(http: Http, roomId: string, timing: Timing, newest: () => number, onChange: () => void) {
        [this.#http, this.#roomId, this.#timing, this.#newest, this.#onChange] = [http, roomId, timing, newest, onChange];
    }

    /** In the order in which they were written. */
    get entries(): readonly Outgoing[] {
        return this.#shown;
    }

    /** @returns The message once it is stored; null if it was refused or discarded. */
    add(text: string, replyTo: string | null, file: Blob | null = null, fileName?: string): Promise<Message | null> {
        return new Promise(settle => {
            const shown: Outgoing = {
                clientId: newId(), text, replyTo, at: Date.now(), state: 'sending', error: null, message: null,
                file: file && { name: fileName ?? (file as File).name ?? 'file', size: file.size, sent: 0 },
            };
            const entry = { shown, file, gone: new AbortController(), settle };
            this.#entries.push(entry);
            this.#changed();
            this.#send(entry);
        });
    }

    /** Sends one that was refused once more. */
    retry(clientId: string): void {
        const entry = this.#find(clientId);
        if (entry?.shown.state !== 'failed') return this.wake();
        this.#set(entry, { state: 'sending', error: null });
        this.#send(entry);
    }

    /** Takes one back that is not sent. What is on its way may arrive all the same. */
    discard(clientId: string): void {
        const entry = this.#find(clientId);
        if (entry) this.#remove(entry, entry.shown.message);
    }

    /** Those that wait try again now. */
    wake(): void {
        this.#wake.abort();
        this.#wake = new AbortController();
    }

    /** It stands among the room's messages. */
    arrived(message: Message): void {
        const entry = message.client_id && this.#find(message.client_id);
        if (entry) this.#remove(entry, message);
    }

    /** Those that stand among the room's messages, or before them, go. */
    prune(): void {
        for (const entry of [...this.#entries]) if ((entry.shown.message?.number ?? NaN) <= this.#newest()) this.#remove(entry, null);
    }

    #send(entry: Entry): void {
        if (entry.file) void this.#deliver(entry);
        else void this.#pump();
    }

    async #pump(): Promise<void> {
        if (this.#busy) return;
        this.#busy = true;
        for (let next; (next = this.#entries.find(({ file, shown }) => !file && shown.state === 'sending'));) await this.#deliver(next);
        this.#busy = false;
    }

    async #deliver(entry: Entry): Promise<void> {
        const backoff = new Backoff(this.#timing);
        while (this.#entries.includes(entry)) {
            try {
                const message = await this.#post(entry);
                entry.settle(message);
                this.#set(entry, { state: 'sent', error: null, message });
                return this.prune();
            } catch (error) {
                const why = asChatError(error);
                const passes = why.mayPass || why.isSignedOut;
                this.#set(entry, { state: passes ? 'waiting' : 'failed', error: why });
                if (!passes) return entry.settle(null);
                const wait = why.isSignedOut ? UNTIL_WOKEN : backoff.next(why.retryAfter);
                await rest(wait, AbortSignal.any([this.#wake.signal, entry.gone.signal]));
                this.#set(entry, { state: 'sending' });
            }
        }
    }

    async #post({ shown: { clientId, text, replyTo }, file, gone }: Entry): Promise<Message> {
        const message = { room_id: this.#roomId, message: text, client_id: clientId, ...(replyTo && { reply_to: replyTo }) };
        if (!file) return (await this.#http.request<{ message: Message }>('POST', '/chat/messages', { body: message })).message;
        const { name } = this.#find(clientId)!.shown.file!;
        return postFile(this.#http, { ...message, file, file_name: name }, {
            signal: gone.signal,
            onProgress: sent => {
                const entry = this.#find(clientId);
                if (entry) this.#set(entry, { file: { name, size: file.size, sent } });
            },
        }, this.#timing);
    }

    #find(clientId: string): Entry | undefined {
        return this.#entries.find(({ shown }) => shown.clientId === clientId);
    }

    #set(entry: Entry, what: Partial<Outgoing>): void {
        if (!this.#entries.includes(entry)) return;
        entry.shown = { ...entry.shown, ...what };
        this.#changed();
    }

    #remove(entry: Entry, message: Message | null): void {
        this.#entries.splice(this.#entries.indexOf(entry), 1);
        entry.gone.abort();
        entry.settle(message);
        this.#changed();
    }

    #changed(): void {
        this.#shown = this.#entries.map(({ shown }) => shown);
        this.#onChange();
    }
}
