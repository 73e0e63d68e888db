import type { Auth } from './auth.js';
import { Connection, type ConnectionState } from './connection.js';
import type { ChatEvents, LiveEvent } from './events.js';
import { Http, type RequestOptions } from './http.js';
import { RoomStore } from './room-store.js';
import { defaultTiming, type Timing } from './timing.js';
import type { History, HistoryQuery, Me, Member, Message, NewMessage, NewRoom, Person, Reaction, Room } from './types.js';
import { postFile, type NewFile, type UploadOptions } from './upload.js';

/** What a client is made of. */
export interface ChatClientOptions {
    /** Where the chat is, `https://chat.example.org` or `https://example.org/chat-app`. */
    url: string;
    /** Who speaks: made by `signIn`, `withToken` or `withTokensFrom`. */
    auth: Auth;
    /** Used instead of the global `fetch`. */
    fetch?: typeof fetch;
    /** How long to wait for what; what is left out is as usual. */
    timing?: Partial<Timing>;
}

/** One person's chat: its HTTP interface, one live connection, and a store for each room that is shown. */
export class ChatClient {
    readonly #http: Http;
    readonly #connection: Connection;
    readonly #timing: Timing;
    readonly #listeners = new Set<(events: LiveEvent[]) => void>();
    readonly #stateListeners = new Set<() => void>();
    readonly #stores = new Map<string, RoomStore>();
    #userId: string | null = null;
    readonly #stopNoticing: () => void;

    constructor({ url, auth, fetch, timing }: ChatClientOptions) {
        this.#timing = { ...defaultTiming, ...timing };
        this.#http = new Http(url, auth, this.#timing.answer, fetch);
        this.#connection = new Connection(this.#http, this.#timing, {
            onEvents: events => {
                for (const { name, data } of events) if (name === 'ready') this.#userId = data.user_id;
                for (const listener of [...this.#listeners]) listener(events);
            },
            onState: () => {
                // Only a stream says who I am.
                if (this.state === 'polling' && !this.#userId) this.me().catch(() => {});
                for (const listener of [...this.#stateListeners]) listener();
            },
        });
        this.#stopNoticing = notice({
            online: () => this.#connection.wake(),
            visible: () => this.state === 'reconnecting' && this.#connection.wake(),
        });
    }

    /** The state of the live connection. */
    get state(): ConnectionState {
        return this.#connection.state;
    }

    /** Opens the live connection. Rooms that are shown do so by themselves. */
    connect(): void {
        this.#connection.start();
    }

    /** Connects at once instead of waiting, after a new sign-in say. */
    reconnect(): void {
        this.#connection.wake();
    }

    /** Closes the live connection. */
    close(): void {
        this.#stopNoticing();
        this.#connection.stop();
    }

    /** Ends this sign-in, here and at the server. */
    async signOut(): Promise<void> {
        this.close();
        await this.#http.request('POST', '/auth/revoke');
    }

    /** Calls the listener with each event of that name; `*` is for all. @returns Ends it. */
    on<Name extends keyof ChatEvents>(name: Name, listener: (data: ChatEvents[Name]) => void): () => void;
    on(name: '*', listener: (event: LiveEvent) => void): () => void;
    on(name: string, listener: (data: any) => void): () => void {
        return add(this.#listeners, events => {
            for (const event of events) if (name === '*') listener(event);
            else if (event.name === name) listener(event.data);
        });
    }

    /** Calls the listener when `state` changes. @returns Ends it. */
    onState(listener: (state: ConnectionState) => void): () => void {
        return add(this.#stateListeners, () => listener(this.state));
    }

    /** The store of a room: always the same one. */
    room(roomId: string): RoomStore {
        let store = this.#stores.get(roomId);
        if (!store) this.#stores.set(roomId, store = new RoomStore({
            http: this.#http, connection: this.#connection, timing: this.#timing, me: () => this.#userId,
            listen: listener => add(this.#listeners, listener),
            listenToState: listener => add(this.#stateListeners, listener),
        }, roomId));
        return store;
    }

    /** Any request of the HTTP interface. @throws {ChatError} */
    request<T = void>(method: string, path: string, options?: RequestOptions): Promise<T> {
        return this.#http.request<T>(method, path, options);
    }

    async me(): Promise<Me> {
        const me = await this.#http.request<Me>('GET', '/auth/me');
        this.#userId = me.user_id;
        return me;
    }

    /** People by the beginning of their username or of a word of their display name. */
    async findUsers(beginning: string): Promise<Person[]> {
        return (await this.#http.request<{ users: Person[] }>('GET', `/chat/users?q=${encodeURIComponent(beginning)}`)).users;
    }

    /** My rooms, and public ones that I may join. */
    async rooms(): Promise<Room[]> {
        return (await this.#http.request<{ rooms: Room[] }>('GET', '/chat/rooms')).rooms;
    }

    createRoom(room: NewRoom): Promise<Room> {
        return this.#http.request('POST', '/chat/rooms', { body: { kind: 'public', ...room } });
    }

    /** The direct room with someone, made if there is none. */
    direct(userId: string): Promise<Room> {
        return this.#http.request('POST', '/chat/direct', { body: { user_id: userId } });
    }

    join(roomId: string): Promise<void> {
        return this.#http.request('POST', `${at(roomId)}/join`);
    }

    leave(roomId: string): Promise<void> {
        return this.#http.request('POST', `${at(roomId)}/leave`);
    }

    async members(roomId: string): Promise<Member[]> {
        return (await this.#http.request<{ members: Member[] }>('GET', `${at(roomId)}/members`)).members;
    }

    history(roomId: string, query: HistoryQuery = {}): Promise<History> {
        return this.#http.request('GET', `${at(roomId)}/history?${new URLSearchParams(query as Record<string, string>)}`);
    }

    /** Sends a message once. To have it sent again when that fails, use `room(id).send`. */
    async send(message: NewMessage): Promise<Message> {
        return (await this.#http.request<{ message: Message }>('POST', '/chat/messages', { body: message })).message;
    }

    edit(messageId: string, text: string): Promise<Message> {
        return this.#http.request('PATCH', message(messageId), { body: { message: text } });
    }

    delete(messageId: string): Promise<void> {
        return this.#http.request('DELETE', message(messageId));
    }

    /** @returns All reactions on the message. */
    react(messageId: string, reaction: string): Promise<Reaction[]> {
        return this.#react('POST', messageId, reaction);
    }

    unreact(messageId: string, reaction: string): Promise<Reaction[]> {
        return this.#react('DELETE', messageId, reaction);
    }

    /** The pinned messages of a room, the newest pin first. */
    async pins(roomId: string): Promise<Message[]> {
        return (await this.#http.request<{ messages: Message[] }>('GET', `${at(roomId)}/pins`)).messages;
    }

    pin(messageId: string): Promise<void> {
        return this.#http.request('PUT', `${message(messageId)}/pin`);
    }

    unpin(messageId: string): Promise<void> {
        return this.#http.request('DELETE', `${message(messageId)}/pin`);
    }

    /** Moves my read mark forward to a message, never back. */
    markRead(roomId: string, messageId: string): Promise<void> {
        return this.#http.request('POST', `${at(roomId)}/read`, { body: { message_id: messageId } });
    }

    /** Marks a message, and those after it, unread. */
    markUnread(roomId: string, messageId: string): Promise<void> {
        return this.#http.request('POST', `${at(roomId)}/unread`, { body: { message_id: messageId } });
    }

    setPresence(status: 'online' | 'away'): Promise<void> {
        return this.#http.request('POST', '/chat/presence', { body: { status } });
    }

    /** Brings a file in pieces and posts it. It goes on by itself after a lost connection. */
    postFile(file: NewFile, options: UploadOptions = {}): Promise<Message> {
        return postFile(this.#http, file, options, this.#timing);
    }

    /** The bytes of a file, thumbnail or picture, by its address in a message. Browsers cannot show these by address alone. */
    async download(url: string, signal?: AbortSignal): Promise<Blob> {
        // Addresses in messages begin with the path below which the chat is.
        const whole = new URL(url, `${this.#http.url}/`).href;
        if (!whole.startsWith(`${this.#http.url}/`)) throw new TypeError(`${url} is not an address of this chat.`);
        const path = whole.slice(this.#http.url.length);
        return (await this.#http.open('GET', path, { headers: { Accept: '*/*' }, signal })).blob();
    }

    async #react(method: string, messageId: string, reaction: string): Promise<Reaction[]> {
        const body = { message_id: messageId, reaction };
        return (await this.#http.request<{ reactions: Reaction[] }>(method, '/chat/reactions', { body })).reactions;
    }
}

const at = (roomId: string) => `/chat/room/${encodeURIComponent(roomId)}`;
const message = (messageId: string) => `/chat/messages/${encodeURIComponent(messageId)}`;

function add<T>(listeners: Set<T>, listener: T): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
}

// In browsers: the network is back, or the page is looked at again after it slept.
function notice({ online, visible }: { online: () => void; visible: () => void }): () => void {
    if (!('document' in globalThis)) return () => {};
    const looked = () => document.visibilityState === 'visible' && visible();
    addEventListener('online', online);
    document.addEventListener('visibilitychange', looked);
    return () => {
        removeEventListener('online', online);
        document.removeEventListener('visibilitychange', looked);
    };
}
