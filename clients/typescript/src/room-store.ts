import type { Connection, ConnectionState } from './connection.js';
import { isNewer } from './cursor.js';
import { asChatError, type ChatError } from './errors.js';
import type { LiveEvent } from './events.js';
import type { Http } from './http.js';
import { Outbox, type Outgoing } from './outbox.js';
import { People, type Typist } from './people.js';
import { Timeline } from './timeline.js';
import { Backoff, rest, type Timing } from './timing.js';
import { Typing } from './typing.js';
import type { History, Member, Message, Room } from './types.js';

/** A room as it is now. Every change makes a new one; what did not change in it stays the same object. */
export interface RoomSnapshot {
    readonly roomId: string;
    /** `gone`: there is no such room, or I may not see it any more. `failed`: it could not be loaded, see `error`. */
    readonly status: 'loading' | 'ready' | 'gone' | 'failed';
    readonly error: ChatError | null;
    readonly connection: ConnectionState;
    /** Whether news comes at once. */
    readonly connected: boolean;
    readonly room: Room | null;
    readonly members: readonly Member[];
    /** Oldest first, without holes up to the newest: what a fresh load would show. */
    readonly messages: readonly Message[];
    /** Mine that are not among them yet: show them last. */
    readonly outgoing: readonly Outgoing[];
    readonly hasOlder: boolean;
    readonly loadingOlder: boolean;
    readonly typing: readonly Typist[];
}

/** What a store needs of its client. */
export interface StoreOf {
    http: Http;
    connection: Connection;
    timing: Timing;
    /** Calls it with all events, those of one piece at a time. */
    listen(listener: (events: LiveEvent[]) => void): () => void;
    listenToState(listener: () => void): () => void;
    me(): string | null;
}

const PAGE = 50;
const BIG_PAGE = 200;
const MOST_AGAIN = 1_000;
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
    #heard = new Set<LiveEvent[]>();
    #listeners = new Set<() => void>();
    #life: AbortController | null = null;
    #closing: ReturnType<typeof setTimeout> | undefined;
    #loading: AbortController | null = null;
    #snapshot: RoomSnapshot | null = null;
    #telling = false;
    #refreshing = false;
    #refreshAgain = false;

    constructor(of: StoreOf, roomId: string) {
        this.#of = of;
        this.roomId = roomId;
        this.#path = `/chat/room/${encodeURIComponent(roomId)}`;
        this.#outbox = new Outbox(of.http, roomId, of.timing, () => this.#timeline?.newestNumber ?? 0, () => this.#changed());
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
        const { name, data, id } = event;
        if (id) for (const heard of this.#heard) heard.push(event);
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
        this.#loading?.abort();
        const { signal } = (this.#loading = new AbortController());
        if (!this.#life) return;
        this.#error = null;
        if (!this.#timeline) this.#status = 'loading';
        this.#changed();
        this.#refresh();
        for (const backoff = new Backoff(this.#of.timing); !signal.aborted;) {
            const heard: LiveEvent[] = [];
            this.#heard.add(heard);
            try {
                const timeline = await this.#fetch(signal);
                if (timeline && heard.every(event => timeline.apply(event) !== 'gap')) return this.#show(timeline);
            } catch (error) {
                if (signal.aborted) return;
                const why = asChatError(error);
                if (why.status === 404) return this.#lost();
                if (!why.mayPass) return this.#failed(why);
                this.#error = why;
                this.#changed();
            } finally {
                this.#heard.delete(heard);
            }
            await rest(backoff.next(), signal);
        }
    }

    /** @returns As much as was there before; null if what came after it may not be told. */
    async #fetch(signal: AbortSignal): Promise<Timeline | null> {
        const timeline = new Timeline();
        const wanted = Math.min(this.#timeline?.size ?? 0, MOST_AGAIN);
        let page = await this.#page(signal, wanted > PAGE ? BIG_PAGE : PAGE);
        this.#of.connection.start(page.cursor);
        if (isNewer(this.#of.connection.origin, page.cursor)) return null;
        timeline.prepend(page);
        while (timeline.hasOlder && timeline.size < wanted) {
            page = await this.#page(signal, BIG_PAGE, timeline.oldest!.id);
            timeline.prepend(page);
        }
        return timeline;
    }

    #page(signal: AbortSignal, limit: number, before?: string): Promise<History> {
        const query = new URLSearchParams({ limit: `${limit}`, ...(before && { before }) });
        return this.#of.http.request<History>('GET', `${this.#path}/history?${query}`, { signal });
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
        if (!timeline?.hasOlder || !timeline.oldest || !life) return;
        this.#changed();
        const heard: LiveEvent[] = [];
        this.#heard.add(heard);
        try {
            const page = await this.#page(life, PAGE, timeline.oldest.id);
            if (timeline !== this.#timeline) return; // it was loaded afresh meanwhile
            timeline.prepend(page);
            for (const event of heard) timeline.apply(event);
        } catch (error) {
            if (!life.aborted) this.#error = asChatError(error);
        } finally {
            this.#heard.delete(heard);
        }
    }

    // The room itself and its members: once more after changes, one load at a time.
    async #refresh(): Promise<void> {
        this.#refreshAgain = true;
        if (this.#refreshing) return;
        this.#refreshing = true;
        while (this.#refreshAgain && this.#life) {
            this.#refreshAgain = false;
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
        }
        this.#refreshing = false;
    }

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
