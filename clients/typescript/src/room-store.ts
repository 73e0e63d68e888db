import { again } from './again.js';
import { asChatError, type ChatError } from './errors.js';
import type { LiveEvent } from './events.js';
import { Outbox } from './outbox.js';
import { Pages } from './pages.js';
import { People } from './people.js';
import type { RoomSnapshot, StoreOf } from './room-snapshot.js';
import type { Timeline } from './timeline.js';
import { Backoff, rest } from './timing.js';
import { Typing } from './typing.js';
import type { Member, Message, Room } from './types.js';

const LINGER = 3_000;

/** A room's messages, kept up to date for as long as somebody subscribes. Made by `client.room(id)`, one for each room. */
export class RoomStore {
    readonly roomId: string;
    #of: StoreOf;
    #path: string;
    #outbox: Outbox;
    #people: People;
    #typing: Typing;
    #timeline: Timeline | null = null;
    #status: RoomSnapshot['status'] = 'loading';
    #error: ChatError | null = null;
    #room: Room | null = null;
    #olderLoad: Promise<void> | null = null;
    #pages: Pages;
    #listeners = new Set<() => void>();
    #life: AbortController | null = null;
    #closing: ReturnType<typeof setTimeout> | undefined;
    #loading: AbortController | null = null;
    #snapshot: RoomSnapshot | null = null;
    #telling = false;

    constructor(of: StoreOf, roomId: string) {
        this.#of = of;
        this.roomId = roomId;
        this.#path = `/chat/room/${encodeURIComponent(roomId)}`;
        this.#pages = new Pages(of.http, of.connection, this.#path);
        // Nobody waits for messages of a room that is not followed.
        const newest = () => this.#life ? this.#timeline?.newestNumber ?? 0 : Infinity;
        this.#outbox = new Outbox(of.http, roomId, of.timing, newest, () => this.#changed());
        this.#people = new People(() => this.#changed());
        this.#typing = new Typing(isTyping => of.http.request('POST', '/chat/typing', { body: { room_id: roomId, is_typing: isTyping } }));
    }

    /** The present state. The same object as long as nothing changes. */
    readonly getSnapshot = (): RoomSnapshot => (this.#snapshot ??= this.#look());

    /** Keeps the room up to date, and calls the listener after changes, until the function that is returned is called. */
    readonly subscribe = (listener: () => void): (() => void) => {
        const hears = () => listener(); // the same listener may subscribe twice
        this.#listeners.add(hears);
        clearTimeout(this.#closing);
        if (!this.#life) this.#open();
        return () => {
            if (!this.#listeners.delete(hears) || this.#listeners.size) return;
            // Pages that are built again (strict mode, hot reload) come back at once.
            this.#closing = setTimeout(() => this.#close(), LINGER);
            (this.#closing as { unref?: () => void }).unref?.();
        };
    };

    /**
     * Sends a message: it is among `outgoing` at once, and goes out as soon as the chat can be reached.
     * @returns The message once it is stored; null if it was refused (see `outgoing`) or discarded.
     */
    readonly send = (text: string, options: { replyTo?: string } = {}): Promise<Message | null> => {
        this.#typing.ended();
        return this.#outbox.add(text, options.replyTo ?? null);
    };

    /** Sends a file, like `send`. */
    readonly sendFile = (file: Blob, options: { name?: string; text?: string; replyTo?: string } = {}): Promise<Message | null> =>
        this.#outbox.add(options.text ?? '', options.replyTo ?? null, file, options.name);

    /** Sends one of `outgoing` again. */
    readonly retry = (clientId: string): void => this.#outbox.retry(clientId);

    /** Takes one of `outgoing` back. */
    readonly discard = (clientId: string): void => this.#outbox.discard(clientId);

    /** Loads the messages before those that are there. Calling it again meanwhile does nothing. */
    readonly loadOlder = (): Promise<void> =>
        (this.#olderLoad ??= this.#loadOlder().finally(() => {
            this.#olderLoad = null;
            this.#changed();
        }));

    /** To be called at each keystroke: tells the others now and then that I write. */
    readonly typing = (): void => this.#typing.goesOn();

    /** I stopped writing without sending. */
    readonly stopTyping = (): void => this.#typing.stops();

    /** Marks all that is there as read. */
    readonly markRead = async (): Promise<void> => {
        const newest = this.#timeline?.messages.at(-1);
        if (newest) await this.#of.http.request('POST', `${this.#path}/read`, { body: { message_id: newest.id } });
    };

    /** Loads everything again, after a failure say. */
    readonly reload = (): Promise<void> => this.#load();

    /** Forgets all but the newest messages, in rooms that are open for days. */
    readonly trim = (kept: number): void => {
        this.#timeline?.trim(kept);
        this.#changed();
    };

    #open(): void {
        this.#life = new AbortController();
        const { connection } = this.#of;
        const ends = [
            this.#of.listen(events => this.#hear(events)),
            this.#of.listenToState(() => this.#lineChanged()),
            connection.watch(this.roomId),
        ];
        this.#life.signal.addEventListener('abort', () => ends.forEach(end => end()));
        void this.#load();
    }

    #close(): void {
        this.#life?.abort();
        this.#loading?.abort();
        this.#life = null;
        this.#outbox.prune();
        this.#people.quiet();
    }

    #hear(events: LiveEvent[]): void {
        for (const event of events) {
            if (event.name === 'reset') void this.#load();
            else if (event.name === 'ready') this.#refresh(); // presence is not told again
            else if (event.data.room_id === this.roomId || event.name === 'presence') this.#apply(event);
        }
    }

    #apply(event: LiveEvent): void {
        const { name, data } = event;
        this.#pages.hear(event);
        if (name === 'room' && data.room === null) return this.#lost();
        const isMine = name === 'member' && data.user_id === this.#of.me();
        if (this.#status === 'gone' && (name === 'room' || (isMine && data.role))) return void this.#load();
        const applied = this.#timeline?.apply(event);
        if (applied === 'gap' && !this.#loading) return void this.#load();
        if (name === 'message') this.#outbox.arrived(data);
        if (applied === 'changed') this.#changed();
        // The name stands in the HTML of messages, too, which the server alone writes.
        if (name === 'profile' && this.#timeline?.messages.some(({ mentions }) => mentions.includes(data.user_id))) void this.#load();
        if (this.#people.apply(event, this.#of.me()) || ['room', 'preferences', 'read'].includes(name)) this.#refresh();
    }

    #lineChanged(): void {
        const { state } = this.#of.connection;
        if (state === 'open' || state === 'polling') {
            this.#outbox.wake();
            if (this.#status === 'failed') void this.#load();
        } else this.#people.quiet();
        this.#changed();
    }

    // Loads until it succeeds, is refused, or another load begins. What is shown stays until then.
    async #load(): Promise<void> {
        if (!this.#life) return;
        this.#loading?.abort();
        const { signal } = (this.#loading = new AbortController());
        this.#error = null;
        if (!this.#timeline) this.#status = 'loading';
        this.#changed();
        this.#refresh();
        for (const backoff = new Backoff(this.#of.timing); !signal.aborted;) {
            try {
                const timeline = await this.#pages.newest(this.#timeline?.size ?? 0, signal);
                if (timeline && !signal.aborted) return this.#show(timeline);
            } catch (error) {
                if (signal.aborted) return;
                const why = asChatError(error);
                if (why.status === 404) return this.#lost();
                if (!why.mayPass) return this.#failed(why);
                this.#error = why;
                this.#changed();
            }
            await rest(backoff.next(), signal);
        }
    }

    #show(timeline: Timeline): void {
        this.#timeline = timeline;
        this.#status = 'ready';
        this.#error = null;
        this.#loading = null;
        for (const message of timeline.messages) this.#outbox.arrived(message);
        this.#outbox.prune();
        this.#changed();
    }

    async #loadOlder(): Promise<void> {
        const timeline = this.#timeline;
        const life = this.#life?.signal;
        if (!timeline?.hasOlder || !life) return;
        this.#changed();
        try {
            await this.#pages.older(timeline, life);
        } catch (error) {
            if (!life.aborted) this.#error = asChatError(error);
        }
    }

    // The room itself and its members.
    readonly #refresh = again(async () => {
        if (!this.#life) return;
        try {
            const [room, { members }] = await Promise.all([
                this.#of.http.request<Room>('GET', this.#path),
                this.#of.http.request<{ members: Member[] }>('GET', `${this.#path}/members`),
            ]);
            [this.#room, this.#people.members] = [room, members];
            this.#changed();
        } catch {
            // The next opened stream asks again. A room that is gone says so by itself.
        }
    });

    #lost(): void {
        this.#loading?.abort();
        this.#loading = null;
        [this.#status, this.#timeline, this.#room, this.#people.members] = ['gone', null, null, []];
        this.#people.quiet();
        this.#changed();
    }

    #failed(why: ChatError): void {
        this.#loading = null;
        [this.#status, this.#error] = ['failed', why];
        this.#changed();
    }

    #look(): RoomSnapshot {
        const { state } = this.#of.connection;
        return {
            roomId: this.roomId, status: this.#status, error: this.#error, connection: state,
            connected: state === 'open' || state === 'polling', room: this.#room, members: this.#people.members,
            messages: this.#timeline?.messages ?? NONE, outgoing: this.#outbox.entries, hasOlder: this.#timeline?.hasOlder ?? false,
            loadingOlder: this.#olderLoad !== null, typing: this.#people.typing,
        };
    }

    // Tells once of all that changes together.
    #changed(): void {
        this.#snapshot = null;
        if (this.#telling) return;
        this.#telling = true;
        queueMicrotask(() => {
            this.#telling = false;
            for (const listener of [...this.#listeners]) listener();
        });
    }
}

const NONE: readonly Message[] = [];
