import type { ChatClient } from './client.js';
import type { FollowedThread, HistoryQuery, ThreadPage } from './types.js';

/** Threads: the replies that hang on a message. A reply is sent with `client.send({ ..., thread_id })`. */
export class Threads {
    #client: ChatClient;

    constructor(client: ChatClient) {
        this.#client = client;
    }

    /** The message on which a thread hangs, and its newest replies, or those beside one. */
    read(roomId: string, messageId: string, query: HistoryQuery = {}): Promise<ThreadPage> {
        return this.#client.request('GET', `/chat/room/${encodeURIComponent(roomId)}/threads/${encodeURIComponent(messageId)}?${parameters(query)}`);
    }

    /** The threads I follow, by their last reply. `before`: a reply, or the message on which a thread hangs. */
    followed(query: { unread?: boolean; before?: string; limit?: number } = {}): Promise<{ threads: FollowedThread[]; has_more: boolean }> {
        return this.#client.request('GET', `/chat/threads?${parameters(query)}`);
    }

    follow(messageId: string): Promise<void> {
        return this.#client.request('PUT', `${at(messageId)}/follow`);
    }

    unfollow(messageId: string): Promise<void> {
        return this.#client.request('DELETE', `${at(messageId)}/follow`);
    }

    /** Moves my read mark forward to a reply, never back. */
    markRead(messageId: string, replyId: string): Promise<void> {
        return this.#client.request('POST', `${at(messageId)}/read`, { body: { message_id: replyId } });
    }

    /** Moves it back to before a reply. */
    markUnread(messageId: string, replyId: string): Promise<void> {
        return this.#client.request('POST', `${at(messageId)}/unread`, { body: { message_id: replyId } });
    }
}

const at = (messageId: string) => `/chat/threads/${encodeURIComponent(messageId)}`;
const parameters = (query: object) => new URLSearchParams(query as Record<string, string>);
