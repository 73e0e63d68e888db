import { isNewer } from './cursor.js';
import type { LiveEvent } from './events.js';
import type { History, Message } from './types.js';

/** What became of an event: nothing, something, a message before it is missing, or the page must be loaded again. */
export type Applied = 'nothing' | 'changed' | 'gap';

// What an event says of a message that it does not carry whole, by the event's name.
const PARTS: Record<string, 'reactions' | 'pinned' | 'thread' | 'previews'> = {
    reaction: 'reactions', pin: 'pinned', thread: 'thread', previews: 'previews',
};

/**
 * The newest messages of a room, without holes, as they are as of the last event that was applied. Each message knows as of
 * which cursor it is: pages are newer than the events that are still on their way.
 */
export class Timeline {
    #messages: Message[] = [];
    #asOf = new Map<string, string>();
    #shown: readonly Message[] | null = null;
    hasOlder = false;

    /** Oldest first. The same array as long as nothing changes. */
    get messages(): readonly Message[] {
        return (this.#shown ??= [...this.#messages]);
    }

    get oldest(): Message | undefined {
        return this.#messages[0];
    }

    /** The number of the newest message; 0 without any. */
    get newestNumber(): number {
        return this.#messages.at(-1)?.number ?? 0;
    }

    get size(): number {
        return this.#messages.length;
    }

    /** Puts a page before what is there. */
    prepend({ messages, has_more, cursor }: History): void {
        const fresh = messages.filter(({ id }) => !this.#asOf.has(id));
        for (const { id } of fresh) this.#asOf.set(id, cursor);
        this.#messages = [...fresh, ...this.#messages];
        this.hasOlder = has_more;
        this.#shown = null;
    }

    /** Forgets all but the newest; what is forgotten can be loaded again. */
    trim(kept: number): void {
        if (this.#messages.length <= kept) return;
        for (const { id } of this.#messages.splice(0, this.#messages.length - kept)) this.#asOf.delete(id);
        this.hasOlder = true;
        this.#shown = null;
    }

    /** Applies an event of this room, or of a person in it. It is harmless to apply one twice. */
    apply({ name, data, id }: LiveEvent): Applied {
        if (!id) return 'nothing';
        if (name === 'message') return this.#add(data, id);
        if (name === 'message_edited' || name === 'message_deleted') return this.#change(data.id, id, () => data);
        if (name === 'profile') return this.#rename(data, id);
        const part = PARTS[name];
        return part ? this.#change(data.message_id, id, message => ({ ...message, [part]: data[part] })) : 'nothing';
    }

    #add(message: Message, id: string): Applied {
        if (this.#asOf.has(message.id)) return this.#change(message.id, id, () => message);
        if (message.number === null || message.number <= this.newestNumber) return 'nothing'; // of a thread, or older than what is shown
        if (message.number > this.newestNumber + 1) return 'gap';
        this.#messages.push(message);
        this.#asOf.set(message.id, id);
        this.#shown = null;
        return 'changed';
    }

    #change(messageId: string, id: string, change: (message: Message) => Message): Applied {
        const known = this.#asOf.get(messageId);
        if (!known || !isNewer(id, known)) return 'nothing';
        const at = this.#messages.findLastIndex(message => message.id === messageId);
        this.#messages[at] = change(this.#messages[at]!);
        this.#asOf.set(messageId, id);
        this.#shown = null;
        return 'changed';
    }

    #rename({ user_id, username, display_name, avatar_url }: Message, id: string): Applied {
        const theirs = this.#messages.filter(message => message.user_id === user_id);
        for (const { id: messageId } of theirs)
            this.#change(messageId, id, message => ({ ...message, username, display_name, avatar_url }));
        return theirs.length ? 'changed' : 'nothing';
    }
}
