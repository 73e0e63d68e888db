import type { ChatEvents, LiveEvent } from './events.js';
import type { Member } from './types.js';

const TYPES_FOR = 6_000;

/** Someone who is writing now. */
export interface Typist {
    readonly user_id: string;
    readonly username: string;
    readonly display_name: string | null;
}

/** Who is in a room, and who of them is there and writes. */
export class People {
    members: readonly Member[] = [];
    typing: readonly Typist[] = [];
    #onChange: () => void;
    #ends = new Map<string, ReturnType<typeof setTimeout>>();

    constructor(onChange: () => void) {
        this.#onChange = onChange;
    }

    /** @returns Whether the members should be loaded again: the event does not say everything. */
    apply({ name, data }: LiveEvent, me: string | null): boolean {
        if (name === 'typing') this.#types(data, me);
        else if (name === 'message') this.#stops(data.user_id); // wherever they wrote, in the room or in a thread
        else if (name === 'presence') this.#patch(data.user_id, { status: data.status });
        else if (name === 'profile') this.#patch(data.user_id, profileIn(data));
        return name === 'member';
    }

    /** Nobody is known to write any more. */
    quiet(): void {
        for (const timer of this.#ends.values()) clearTimeout(timer);
        this.#ends.clear();
        this.typing = [];
    }

    #types({ user_id, username, display_name, is_typing, thread_id }: ChatEvents['typing'], me: string | null): void {
        if (user_id === me || thread_id) return;
        if (!is_typing) return this.#stops(user_id);
        clearTimeout(this.#ends.get(user_id));
        this.#ends.set(user_id, setTimeout(() => this.#stops(user_id), TYPES_FOR));
        if (this.typing.some(typist => typist.user_id === user_id)) return;
        this.typing = [...this.typing, { user_id, username, display_name: display_name ?? null }];
        this.#onChange();
    }

    #stops(userId: string): void {
        if (!this.#ends.has(userId)) return;
        clearTimeout(this.#ends.get(userId));
        this.#ends.delete(userId);
        this.typing = this.typing.filter(({ user_id }) => user_id !== userId);
        this.#onChange();
    }

    #patch(userId: string, what: Partial<Member>): void {
        if (!this.members.some(({ user_id }) => user_id === userId)) return;
        this.members = this.members.map(member => member.user_id === userId ? { ...member, ...what } : member);
        this.#onChange();
    }
}

const profileIn = ({ room_id: _, ...profile }: ChatEvents['profile']): Partial<Member> => profile;
