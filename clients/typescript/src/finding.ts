import type { ChatClient } from './client.js';
import type { Activity, FoundMessage, Message } from './types.js';

/** Finding again: by search, among what I saved, and what concerns me. All of it newest first, of rooms that I may read now. */
export class Finding {
    #client: ChatClient;

    constructor(client: ChatClient) {
        this.#client = client;
    }

    /**
     * Messages that have all the words, replies in threads included. Also `"a phrase"`, `-without`, `from:ada`, `in:general`, `has:link`,
     * `before:2026-07-01`. `before`: the id of a message.
     */
    search(q: string, query: { room_id?: string; user_id?: string } & PageQuery = {}): Promise<{ results: FoundMessage[]; has_more: boolean }> {
        return this.#client.request('GET', `/chat/search?${parameters({ q, ...query })}`);
    }

    saved(query: PageQuery = {}): Promise<{ messages: Message[]; has_more: boolean }> {
        return this.#client.request('GET', `/chat/saved?${parameters(query)}`);
    }

    /** Keeps a message for me. Nobody else is told. */
    save(messageId: string): Promise<void> {
        return this.#client.request('PUT', saveOf(messageId));
    }

    unsave(messageId: string): Promise<void> {
        return this.#client.request('DELETE', saveOf(messageId));
    }

    /** Messages that mention me. */
    mentions(query: PageQuery = {}): Promise<{ messages: Message[]; has_more: boolean }> {
        return this.#client.request('GET', `/chat/mentions?${parameters(query)}`);
    }

    /** Who mentioned me, answered me or reacted to me. `before`: the id of an item. */
    activity(query: PageQuery = {}): Promise<{ items: Activity[]; has_more: boolean }> {
        return this.#client.request('GET', `/chat/activity?${parameters(query)}`);
    }
}

interface PageQuery {
    before?: string;
    limit?: number;
}

const saveOf = (messageId: string) => `/chat/messages/${encodeURIComponent(messageId)}/save`;
const parameters = (query: object) => new URLSearchParams(query as Record<string, string>);
