import type { Connection, ConnectionState } from './connection.js';
import type { ChatError } from './errors.js';
import type { LiveEvent } from './events.js';
import type { Http } from './http.js';
import type { Outgoing } from './outbox.js';
import type { Typist } from './people.js';
import type { Timing } from './timing.js';
import type { Member, Message, Room } from './types.js';

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
