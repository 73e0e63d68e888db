import type { Member, Message, Presence, Preview, Reaction, Role, Room, Thread } from './types.js';

/** What each event carries, by its name. New kinds of events may come: listen to `*` for all. */
export interface ChatEvents {
    /** A new message. */
    message: Message;
    message_edited: Message;
    message_deleted: Message;
    /** `author_id` wrote the message, `user_id` reacted; `added`: whether that reaction stands now. */
    reaction: { room_id: string; message_id: string; author_id: string; user_id: string; reaction: string; added: boolean; reactions: Reaction[] };
    pin: { room_id: string; message_id: string; user_id: string; pinned: boolean };
    thread: { room_id: string; message_id: string; thread: Thread | null };
    previews: { room_id: string; message_id: string; previews: Preview[] };
    /** I follow a thread from now on, or no longer. */
    thread_followed: { room_id: string; thread_id: string; message_id: string; following: boolean; read_up_to: string | null };
    /** My own read mark in a thread. */
    thread_read: { room_id: string; thread_id: string; message_id: string };
    /** I saved a message, or no longer; nobody else is told. */
    saved: { room_id: string; message_id: string; saved: boolean };
    /** `thread_id`: in which thread; null in the room itself. */
    typing: { room_id: string; thread_id?: string | null; user_id: string; username: string; display_name?: string | null; is_typing: boolean };
    presence: { user_id: string; status: Presence };
    /** My own read mark: messages with greater numbers are unread. */
    read: { room_id: string; message_id: string | null; number: number };
    preferences: { room_id: string } & Pick<Room, 'notify' | 'pinned' | 'muted'>;
    /** `room` is null once I may not see it. */
    room: { room_id: string; room: Partial<Room> | null };
    /** `role` is null when they are gone. To the one who is gone it has ids only. */
    member: { room_id: string; user_id: string; role: Role | null } & Partial<Omit<Member, 'role' | 'user_id' | 'status'>>;
    profile: { room_id: string; user_id: string; username: string; display_name: string | null; status_text: string; avatar_url: string | null };
    /** What came before was not told: what is shown must be loaded afresh. Stores of rooms do so by themselves. */
    reset: { cursor: string };
    /** A stream was opened. */
    ready: { cursor: string; user_id: string; rooms: string[] };
}

/** An event as it came. */
export interface LiveEvent {
    /** `message` for a new message. */
    name: string;
    data: any;
    /** The cursor after it; null for what is never told again, like typing. */
    id: string | null;
}
