/** What an account is to the chat. */
export interface Me {
    user_id: string;
    username: string;
    is_admin: boolean;
    display_name: string | null;
    status_text: string;
    avatar_url: string | null;
}

/** Whether someone is there. Offline means: no open stream. */
export type Presence = 'online' | 'away' | 'offline';

/** What a member may do in a room. */
export type Role = 'owner' | 'moderator' | 'member';

/** Someone whom the caller may see. */
export interface Person {
    user_id: string;
    username: string;
    /** Null if they have only a username. */
    display_name: string | null;
    avatar_url: string | null;
    status?: Presence;
    is_bot?: boolean;
}

/** Someone in a room. */
export interface Member {
    user_id: string;
    username: string;
    display_name: string | null;
    avatar_url: string | null;
    status_text: string;
    role: Role;
    status: Presence;
    /** When they may write again, Unix milliseconds; null if they may. */
    silenced_until: number | null;
}

/** A room as the caller sees it. */
export interface Room {
    id: string;
    /** Of a direct room: the other person's name. */
    name: string;
    topic: string;
    kind: 'public' | 'private' | 'direct';
    member: boolean;
    /** Null if the caller is no member. */
    role: Role | null;
    unread: number;
    /** How many of the unread messages mention the caller. */
    mentions: number;
    /** How much of both is by people whom the caller blocked; absent if nothing is. */
    unread_blocked?: number;
    mentions_blocked?: number;
    /** The number of the newest message. */
    last_number: number;
    /** Unix milliseconds; null while there is none. */
    last_message_at: number | null;
    notify: 'all' | 'mentions' | 'nothing';
    pinned: boolean;
    muted: boolean;
    archived: boolean;
    posting: 'everyone' | 'moderators';
    /** The two people of a direct room; absent for other kinds. */
    users?: Person[];
}

/** One emoji on a message, and the people who gave it, in order. */
export interface Reaction {
    reaction: string;
    count: number;
    user_ids: string[];
}

/** The file of a message. */
export interface ChatFile {
    file_id: string;
    name: string;
    content_type: string;
    kind: 'image' | 'audio' | 'video' | 'document' | 'archive' | 'other';
    /** Bytes. */
    size: number;
    sha256: string;
    /** Pixels; null if it is no picture. */
    width: number | null;
    height: number | null;
    /** A small WebP of a picture, to be fetched with `client.download`. */
    thumbnail_url: string | null;
}

/** What a message says about the thread that hangs on it. */
export interface Thread {
    /** How many replies are not deleted. */
    replies: number;
    /** Unix milliseconds. */
    last_reply_at: number;
    /** Who replied, the latest first, at most five. */
    user_ids: string[];
}

/** A page of a thread. */
export interface ThreadPage extends History {
    /** The message on which it hangs. */
    root: Message;
    following: boolean;
    /** The last message I have read; null if I do not follow it. */
    read_up_to: string | null;
}

/** A thread that I follow. */
export interface FollowedThread {
    root: Message;
    thread: Thread;
    /** How many replies of others I have not read. */
    unread: number;
    /** How many of them mention me. */
    mentions: number;
    last_reply: Message;
}

/** A message that a search found. */
export interface FoundMessage {
    message: Message;
    room: Pick<Room, 'id' | 'name' | 'kind'>;
    /** Where in `text` it was found: from and to, in UTF-16 code units. */
    marks: [number, number][];
}

/** What somebody did that concerns me. */
export interface Activity {
    id: string;
    kind: 'mention' | 'reply' | 'thread_reply' | 'reaction';
    /** Unix milliseconds; null for reactions of which the time is not known. */
    timestamp: number | null;
    /** The one that mentions or answers me; mine, if there was a reaction to it. */
    message: Message;
    /** Who did it, the latest first. */
    user_ids: string[];
    reactions: Reaction[];
}

/** What a link in a message leads to. */
export interface Preview {
    url: string;
    title: string | null;
    description: string | null;
    site_name: string | null;
    image_url: string | null;
    image_width: number | null;
    image_height: number | null;
}

/** A message as it is now, the same for every reader. */
export interface Message {
    id: string;
    room_id: string;
    /** Counts the room's messages without holes; null for a reply that stands in a thread only. */
    number: number | null;
    user_id: string;
    username: string;
    display_name: string | null;
    avatar_url: string | null;
    /** What was written, never escaped. Empty once deleted. */
    text: string;
    /** The text formatted (bold, lists, code ...), as HTML that is safe to show. A text of one paragraph has no element around it: show it in one with `dir="auto"`. */
    html: string;
    type: 'text' | 'file' | 'system';
    /** Unix milliseconds. */
    timestamp: number;
    edited_at: number | null;
    /** A deleted message stays as a tombstone. */
    deleted: boolean;
    client_id: string | null;
    /** The id of the message that this one answers. */
    reply_to: string | null;
    reactions: Reaction[];
    /** The ids of the people it mentions. */
    mentions: string[];
    pinned: boolean;
    file: ChatFile | null;
    /** To be fetched with `client.download`. */
    file_url: string | null;
    file_name: string | null;
    /** The message on whose thread this reply hangs; null for all other messages. */
    thread_id: string | null;
    /** The thread that hangs on this message; null without replies. */
    thread: Thread | null;
    previews?: Preview[];
    is_bot?: boolean;
}

/** Messages of a room, oldest first. */
export interface History {
    messages: Message[];
    /** Whether there are more in the direction asked for. */
    has_more: boolean;
    /** From where a stream goes on after the newest page without a gap. */
    cursor: string;
}

/** Which page of a history: the newest, or the one before, after or around a message. */
export interface HistoryQuery {
    /** 1 to 200; 50 by default. */
    limit?: number;
    before?: string;
    after?: string;
    around?: string;
}

/** A new message. */
export interface NewMessage {
    room_id: string;
    message: string;
    /** The sender's own name for it, up to 64 characters: sending it again is harmless. */
    client_id?: string;
    /** The id of a message in the same room. */
    reply_to?: string;
    /** The id of a message in the same room, or of a reply to it: the reply hangs on its thread, and not in the room. */
    thread_id?: string;
    /** Whether a reply in a thread stands in the room, too. */
    also_in_room?: boolean;
}

/** A new room. */
export interface NewRoom {
    name: string;
    /** For public rooms only; made from the name if absent. */
    id?: string;
    topic?: string;
    kind?: 'public' | 'private';
}
