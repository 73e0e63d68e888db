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

    /** @returns Whether someone came who is not known well enough: the members should be loaded again. */
    apply({ name, data }: LiveEvent, me: string | null): boolean {
        if (name === 'typing') this.#types(data, me);
        else if (name === 'message') this.#stops(data.user_id);
        else if (name === 'presence') this.#patch(data.user_id, { status: data.status });
        else if (name === 'profile') this.#patch(data.user_id, pick(data));
        else if (name === 'member' && data.role === null) this.#keep(this.members.filter(({ user_id }) => user_id !== data.user_id));
        else if (name === 'member') {
            if (!this.members.some(({ user_id }) => user_id === data.user_id)) return true; // the event does not say whether they are online
            this.#patch(data.user_id, { ...pick(data), role: data.role, silenced_until: data.silenced_until ?? null });
        }
        return false;
    }

    /** Nobody is known to write any more. */
    quiet(): void {
        for (const timer of this.#ends.values()) clearTimeout(timer);
        this.#ends.clear();
        this.typing = [];
    }

    #types({ user_id, username, display_name, is_typing }: ChatEvents['typing'], me: string | null): void {
        if (user_id === me) return;
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
        if (this.members.some(({ user_id }) => user_id === userId))
            this.#keep(this.members.map(member => member.user_id === userId ? { ...member, ...what } : member));
    }

    #keep(members: readonly Member[]): void {
        this.members = members;
        this.#onChange();
    }
}

const pick = ({ username, display_name, avatar_url, status_text }: Member): Partial<Member> => ({
    username, display_name: display_name ?? null, avatar_url: avatar_url ?? null, status_text: status_text ?? '',
});
