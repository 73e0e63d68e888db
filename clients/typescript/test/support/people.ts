import { ChatClient, signIn, type Message, type RoomSnapshot, type RoomStore, type SignIn, type Timing } from '../../src/index.js';

const PASSWORD = 'correct horse battery';

/** Short waits, so that tests of lost lines do not take long. How long a machine takes to answer is not among them. */
export const quick: Partial<Timing> = { retryLeast: 20, retryMost: 200 };

/** Someone with an account of their own. */
export interface Someone {
    name: string;
    auth: SignIn;
    client: ChatClient;
}

export async function signUp(address: string, name: string, by: { via?: string; timing?: Partial<Timing> } = {}): Promise<Someone> {
    const username = `${name}-${crypto.randomUUID().slice(0, 8)}`;
    const answer = await fetch(`${address}/auth/register`, {
        method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username, password: PASSWORD }),
    });
    if (answer.status !== 201) throw new Error(await answer.text());
    const auth = await signIn(address, { username, password: PASSWORD });
    return { name: username, auth, client: new ChatClient({ url: by.via ?? address, auth, timing: { ...quick, ...by.timing } }) };
}

/** A room of these people. */
export async function roomOf(owner: Someone, ...others: Someone[]): Promise<string> {
    const { id } = await owner.client.createRoom({ name: `r${crypto.randomUUID().slice(0, 12)}` });
    for (const { client } of others) await client.join(id);
    return id;
}

/** Resolves as soon as the room is like that. The room stays open for as long as the test runs. */
export function until(store: RoomStore, is: (room: RoomSnapshot) => boolean): Promise<RoomSnapshot> {
    return new Promise(resolve => {
        const look = () => is(store.getSnapshot()) && resolve(store.getSnapshot());
        store.subscribe(look);
        look();
    });
}

/** All messages of a room, loaded afresh. */
export async function freshLoad(client: ChatClient, roomId: string): Promise<Message[]> {
    let page = await client.history(roomId, { limit: 200 });
    const all = page.messages;
    while (page.has_more) {
        page = await client.history(roomId, { limit: 200, before: all[0]!.id });
        all.unshift(...page.messages);
    }
    return all;
}

export const texts = ({ messages }: RoomSnapshot): string[] => messages.map(({ text }) => text);
