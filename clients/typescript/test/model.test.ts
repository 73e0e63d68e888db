import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { expect, inject, test } from 'vitest';
import type { Message, RoomSnapshot, RoomStore } from '../src/index.js';
import { freshLoad, roomOf, signUp, until, type Someone } from './support/people.js';
import { Line } from './support/proxy.js';

// A net for what would never come: nothing is measured.
const NEVER = 20_000;
const SHRINKS_FOR = 200_000;
const seed = Number(process.env['MODEL_SEED'] ?? Date.now() % 2 ** 31);
const runs = Number(process.env['MODEL_RUNS'] ?? 12);

interface World {
    room: string;
    people: Someone[];
    lines: Line[];
    sent: Promise<unknown>[];
    leave: (() => void)[];
}

interface Act {
    what: keyof typeof acts;
    who: number;
    which: number;
}

/** What people do, each to a message that they see. */
const acts = {
    send: ({ room, people, sent }, who, which) => {
        sent.push(people[who]!.client.room(room).send(`${which}`));
    },
    answer: ({ room, people, sent }, who, _, id) => {
        sent.push(people[who]!.client.room(room).send('An answer', id ? { replyTo: id } : {}));
    },
    reply: ({ people, room }, who, which, id) =>
        id && people[who]!.client.send({ room_id: room, message: `in a thread ${which}`, thread_id: id, also_in_room: which < 3 }),
    edit: ({ people }, who, which, id) => id && people[who]!.client.edit(id, `edited ${which} @${people[1]!.name}`),
    delete: ({ people }, who, _, id) => id && people[who]!.client.delete(id),
    react: ({ people }, who, which, id) => id && people[who]!.client.react(id, '👍🎉❤'.split(/(?:)/u)[which % 3]!),
    unreact: ({ people }, who, which, id) => id && people[who]!.client.unreact(id, '👍🎉❤'.split(/(?:)/u)[which % 3]!),
    pin: ({ people }, who, _, id) => id && people[who]!.client.pin(id),
    unpin: ({ people }, who, _, id) => id && people[who]!.client.unpin(id),
    rename: ({ people }, who, which) => people[who]!.client.request('PATCH', '/auth/me', { body: { display_name: `Name ${which}` } }),
    leaveRoom: ({ people, room }, who) => people[who]!.client.leave(room),
    loseLine: ({ lines }, who) => lines[who]!.drop(),
    cutLine: ({ lines }, who) => lines[who]!.cut(),
    mendLine: ({ lines }, who) => lines[who]!.mend(),
    older: ({ people, room }, who) => void people[who]!.client.room(room).loadOlder(),
    reload: ({ people, room }, who) => void people[who]!.client.room(room).reload(),
    trim: ({ people, room }, who, which) => people[who]!.client.room(room).trim(1 + which % 5),
    reopen: ({ people, room, leave }, who) => {
        leave[who]!();
        leave[who] = people[who]!.client.room(room).subscribe(() => {});
    },
} satisfies Record<string, (world: World, who: number, which: number, id: string | undefined) => unknown>;

const someAct: fc.Arbitrary<Act> = fc.record({
    what: fc.oneof({ weight: 2, arbitrary: fc.constant('send' as const) }, fc.constantFrom(...Object.keys(acts) as (keyof typeof acts)[])),
    who: fc.nat(2), which: fc.nat(9),
});

test(`Whatever people do, each store equals a fresh load in the end (MODEL_SEED=${seed})`, async () => {
    const address = inject('address');
    const lines = await Promise.all([Line.to(address), Line.to(address), Line.to(address)]);
    const people = await Promise.all(lines.map((line, n) => signUp(address, `p${n}`, { via: line.address })));
    // Who looks on at the end, and is disturbed by nobody.
    const onlooker = await signUp(address, 'onlooker');

    await fc.assert(fc.asyncProperty(fc.array(someAct, { minLength: 5, maxLength: 60, size: 'max' }), async chosen => {
        const room = await roomOf(onlooker, ...people);
        for (let n = 0; n < 55; n++) await onlooker.client.send({ room_id: room, message: `before ${n}` });
        const leave = people.map(({ client }) => client.room(room).subscribe(watch(client.room(room))));
        const world: World = { room, people, lines, sent: [], leave };
        for (const { what, who, which } of chosen) {
            const { messages } = people[who]!.client.room(room).getSnapshot();
            try {
                await acts[what](world, who, which, messages.at(-1 - which)?.id);
            } catch {
                // Refused, or the line is down: whether it happened shows in the end.
            }
        }
        for (const line of lines) line.mend();
        await Promise.all(world.sent);
        for (const { client } of people) await compare(client.room(room), () => freshLoad(onlooker.client, room));
        world.leave.forEach(end => end());
    }), { seed, numRuns: runs, interruptAfterTimeLimit: SHRINKS_FOR });
    people.forEach(({ client }) => client.close());
    lines.forEach(line => line.end());
});

// At any time: in order, without holes, nothing twice, and nothing goes back to what it was before.
function watch(store: RoomStore): () => void {
    const last = new Map<string, Message>();
    return () => {
        const { messages, outgoing } = store.getSnapshot();
        const first = messages[0]?.number ?? 0;
        expect(messages.every(({ number }, n) => number === first + n)).toBe(true);
        const stored = new Set(messages.map(({ client_id }) => client_id));
        expect(outgoing.filter(({ clientId }) => stored.has(clientId))).toEqual([]);
        for (const message of messages) {
            const before = last.get(message.id);
            if (before?.deleted || (before?.edited_at ?? 0) > (message.edited_at ?? 0)) expect(message.deleted).toBe(true);
            last.set(message.id, message);
        }
    };
}

async function compare(store: RoomStore, load: () => Promise<Message[]>): Promise<void> {
    const fresh = await load();
    const same = ({ messages, outgoing, status, hasOlder }: RoomSnapshot) => status === 'ready' && outgoing.length === 0
        && hasOlder === (messages.length < fresh.length) && isDeepStrictEqual(messages, fresh.slice(-messages.length || fresh.length));
    const net = new Promise<void>(resolve => setTimeout(resolve, NEVER).unref());
    await Promise.race([until(store, same), net]);
    const { messages, outgoing, hasOlder } = store.getSnapshot();
    expect(outgoing).toEqual([]);
    expect(messages).toEqual(fresh.slice(-messages.length || fresh.length));
    expect(hasOlder).toBe(messages.length < fresh.length);
}
