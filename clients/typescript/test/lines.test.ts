import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { ChatClient, withToken, withTokensFrom } from '../src/index.js';
import { freshLoad, quick, roomOf, signUp, texts, until, type Someone } from './support/people.js';
import { bufferingProxy, Line } from './support/proxy.js';
import { Server } from './support/server.js';

const address = inject('address');
let mortal: Server;

beforeAll(async () => {
    mortal = await Server.start();
});

afterAll(() => mortal.end());

/** The two see the same, once and in the same order, and it is what the server has. */
async function agree(room: string, expected: number, ...people: Someone[]): Promise<string[]> {
    const shown = await Promise.all(people.map(({ client }) =>
        until(client.room(room), ({ messages, outgoing }) => messages.length === expected && outgoing.length === 0)));
    const fresh = await freshLoad(people[0]!.client, room);
    for (const { messages } of shown) expect(messages).toEqual(fresh);
    return fresh.map(({ text }) => text);
}

test('After a lost line both go on, and nothing is missing or doubled', async () => {
    const line = await Line.to(address);
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace', { via: line.address })];
    const room = await roomOf(ada, grace);
    const [mine, hers] = [ada.client.room(room), grace.client.room(room)];
    await Promise.all([mine, hers].map(store => until(store, ({ connected }) => connected)));
    await Promise.all([mine.send('a1'), hers.send('g1')]);

    line.cut();
    const sent = hers.send('g2');
    await until(hers, ({ connection, outgoing }) => connection === 'reconnecting' && outgoing.at(-1)?.state === 'waiting');
    await mine.send('a2');
    line.mend();
    expect(await sent).toMatchObject({ text: 'g2' });
    await mine.send('a3');
    for (let i = 0; i < 5; i++) {
        line.drop();
        await Promise.all([mine.send(`a-${i}`), hers.send(`g-${i}`)]);
    }
    expect(new Set(await agree(room, 15, ada, grace)).size).toBe(15);
    [ada, grace].forEach(({ client }) => client.close());
    line.end();
});

test('A killed server loses nothing, and what was being sent arrives once', async () => {
    const [ada, grace] = [await signUp(mortal.address, 'ada'), await signUp(mortal.address, 'grace')];
    const room = await roomOf(ada, grace);
    const stores = [ada, grace].map(({ client }) => client.room(room));
    await Promise.all(stores.map(store => until(store, ({ connected }) => connected)));

    const sent: Promise<unknown>[] = [];
    for (let round = 0; round < 3; round++) {
        for (let i = 0; i < 20; i++) for (const [n, store] of stores.entries()) sent.push(store.send(`${n}-${round}-${i}`));
        await Promise.race(sent.slice(-40)); // in the middle of it
        await mortal.kill();
        stores[0]!.send(`while away ${round}`);
        await mortal.run();
    }
    await Promise.all(sent);
    const said = await agree(room, 123, ada, grace);
    expect(new Set(said).size).toBe(123);
    for (const n of [0, 1]) expect(said.filter(text => text.startsWith(`${n}-`))).toEqual(
        [0, 1, 2].flatMap(round => Array.from({ length: 20 }, (_, i) => `${n}-${round}-${i}`)));
    [ada, grace].forEach(({ client }) => client.close());
});

test('A token that runs out is renewed, and its stream goes on without a gap', async () => {
    const ada = await signUp(mortal.address, 'ada');
    const room = await roomOf(ada);
    let tokens = 0;
    // This one says that its tokens are good for an hour, and they are not: only the server's refusal tells.
    const lies = withTokensFrom(async () => {
        tokens++;
        return { access_token: mortal.shortened(await ada.auth.token(), 3), expires_in: 3600 };
    });
    const client = new ChatClient({ url: mortal.address, auth: lies, timing: quick });
    const store = client.room(room);
    await until(store, ({ connected }) => connected);
    for (let n = 1; tokens < 4; n++) {
        await ada.client.send({ room_id: room, message: `${n}` });
        await until(store, ({ messages }) => messages.length === n);
        const ended = new Promise<void>(resolve => client.onState(state => state === 'reconnecting' && resolve()));
        await ended;
        await until(store, ({ connected }) => connected);
    }
    expect(store.getSnapshot().messages).toEqual(await freshLoad(ada.client, room));
    client.close();
});

test('Who is signed out is told so at once, and what they wrote goes out when they are back', async () => {
    const ada = await signUp(address, 'ada');
    const room = await roomOf(ada);
    let current = ada;
    const client = new ChatClient({ url: address, auth: { token: refused => current.auth.token(refused) }, timing: quick });
    const store = client.room(room);
    await until(store, ({ connected }) => connected);

    await ada.client.signOut();
    await until(store, ({ connection }) => connection === 'signed-out');
    await expect(client.rooms()).rejects.toMatchObject({ status: 401, isSignedOut: true });
    const sent = store.send('Still me');
    await until(store, ({ outgoing }) => outgoing[0]?.state === 'waiting');

    current = await signUp(address, 'ada');
    await current.client.join(room);
    client.reconnect();
    expect(await sent).toMatchObject({ text: 'Still me', username: current.name });
    await until(store, ({ messages, outgoing }) => messages.length === 1 && outgoing.length === 0);
    client.close();
});

test('A token that was made for this program and is revoked signs it out', async () => {
    const ada = await signUp(address, 'ada');
    const made = await ada.client.request<{ token: string; token_id: string }>('POST', '/auth/tokens', { body: { name: 'bot', scope: 'write' } });
    const client = new ChatClient({ url: address, auth: withToken(made.token), timing: quick });
    const left = new Promise<void>(resolve => client.onState(state => state === 'signed-out' && resolve()));
    client.connect();
    expect((await client.me()).username).toBe(ada.name);
    const { tokens } = await ada.client.request<{ tokens: { token_id: string }[] }>('GET', '/auth/tokens');
    await ada.client.request('DELETE', `/auth/tokens/${tokens[0]!.token_id}`);
    await left;
});

test('Behind something that holds streams back it polls, and hears each message once', async () => {
    const proxy = await bufferingProxy(address);
    const timing = { patience: 300, streamAgain: 300 };
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace', { via: proxy.address, timing })];
    const room = await roomOf(ada, grace);
    const heard: string[] = [];
    grace.client.on('message', ({ text }) => heard.push(text));
    const store = grace.client.room(room);
    await until(store, ({ connection }) => connection === 'polling');
    for (let n = 1; n <= 20 || proxy.streams() < 3; n++) {
        await ada.client.send({ room_id: room, message: `${n}` });
        await until(store, ({ messages }) => messages.length === n);
    }
    expect(texts(store.getSnapshot())).toEqual(heard);
    expect(store.getSnapshot().messages).toEqual(await freshLoad(ada.client, room));
    expect(store.getSnapshot().connection).toBe('polling');
    [ada, grace].forEach(({ client }) => client.close());
    proxy.end();
});

test('A reader whose line stands still comes back and has everything', async () => {
    const line = await Line.to(address);
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace', { via: line.address, timing: { silence: 3_000 } })];
    const room = await roomOf(ada, grace);
    const store = grace.client.room(room);
    await until(store, ({ connected, status }) => connected && status === 'ready');
    line.hold();
    const big = 'x'.repeat(990);
    // More than the server keeps for a reader and the system keeps for a connection.
    for (let batch = 0; batch < 60; batch++)
        await Promise.all(Array.from({ length: 50 }, (_, i) => ada.client.send({ room_id: room, message: `${batch}-${i} ${big}`.slice(0, 1000) })));
    await until(store, ({ messages }) => messages.length === 3000);
    expect(store.getSnapshot().messages).toEqual(await freshLoad(ada.client, room));
    [ada, grace].forEach(({ client }) => client.close());
    line.end();
});
