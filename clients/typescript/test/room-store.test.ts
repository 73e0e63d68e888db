import { expect, inject, test } from 'vitest';
import { ChatError } from '../src/index.js';
import { Threads } from '../src/threads.js';
import { freshLoad, roomOf, signUp, texts, until } from './support/people.js';

const address = inject('address');

test('A message that is sent stands last at once, and takes its place once', async () => {
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace')];
    const room = await roomOf(ada, grace);
    const [mine, hers] = [ada.client.room(room), grace.client.room(room)];
    await Promise.all([until(mine, ({ status, connected }) => status === 'ready' && connected), until(hers, ({ connected }) => connected)]);

    const sent = mine.send('Is this thing on?');
    expect(mine.getSnapshot().outgoing).toMatchObject([{ text: 'Is this thing on?', state: 'sending' }]);
    expect(await sent).toMatchObject({ text: 'Is this thing on?', number: 1 });
    for (const store of [mine, hers]) {
        const { messages } = await until(store, ({ messages, outgoing }) => messages.length === 1 && outgoing.length === 0);
        expect(messages).toEqual(await freshLoad(ada.client, room));
    }
    ada.client.close();
    grace.client.close();
});

test('Edits, deletions, reactions, pins, names and files are as in a fresh load', async () => {
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace')];
    const room = await roomOf(ada, grace);
    const store = grace.client.room(room);
    const [first, second] = [await ada.client.send({ room_id: room, message: 'one' }), await ada.client.send({ room_id: room, message: 'two' })];
    await until(store, ({ messages, connected }) => messages.length === 2 && connected);

    await ada.client.edit(first.id, `one, @${grace.name}`);
    await ada.client.delete(second.id);
    await grace.client.react(first.id, '🎉');
    await ada.client.pin(first.id);
    await grace.client.request('PATCH', '/auth/me', { body: { display_name: 'Grace <&> "Hopper"' } });
    await ada.client.request('PATCH', '/auth/me', { body: { display_name: 'Ada' } });
    const file = await ada.client.postFile({ room_id: room, file: new Blob(['bytes']), file_name: 'a.txt', message: 'See' });

    const expected = await freshLoad(ada.client, room);
    const { messages } = await until(store, ({ messages }) => messages.length === 3 && messages[0]!.html === expected[0]!.html
        && messages[2]!.display_name === 'Ada');
    expect(messages).toEqual(expected);
    expect(messages[0]).toMatchObject({ pinned: true, reactions: [{ reaction: '🎉', count: 1 }] });
    expect(await (await grace.client.download(file.file_url!)).text()).toBe('bytes');
    ada.client.close();
    grace.client.close();
});

test('Replies in threads stand in no room, but for those that are to, and change what their message says', async () => {
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace')];
    const room = await roomOf(ada, grace);
    const [store, threads] = [grace.client.room(room), new Threads(ada.client)];
    const root = await ada.client.send({ room_id: room, message: 'root' });
    await until(store, ({ messages, connected }) => messages.length === 1 && connected);

    const reply = await grace.client.send({ room_id: room, message: 'below', thread_id: root.id });
    const also = await grace.client.send({ room_id: room, message: 'below and beside', thread_id: reply.id, also_in_room: true });

    const { messages } = await until(store, ({ messages }) => messages.length === 2 && messages[0]!.thread?.replies === 2);
    expect(messages).toEqual(await freshLoad(ada.client, room));
    expect([reply.number, also.number, also.thread_id]).toEqual([null, 2, root.id]);
    expect(await threads.read(room, root.id, { limit: 1 })).toMatchObject({ root: { id: root.id }, messages: [{ id: also.id }], has_more: true, following: true });
    expect((await threads.followed({ unread: true })).threads).toMatchObject([{ root: { id: root.id }, unread: 2, last_reply: { id: also.id } }]);
    await threads.markRead(root.id, also.id);
    expect((await threads.followed({ unread: true })).threads).toEqual([]);
    await threads.unfollow(root.id);
    expect((await threads.followed()).threads).toEqual([]);
    await threads.follow(root.id);
    ada.client.close();
    grace.client.close();
});

test('Older messages come page by page, without a hole', async () => {
    const ada = await signUp(address, 'ada');
    const room = await roomOf(ada);
    const all = Array.from({ length: 120 }, (_, i) => `${i}`);
    for (const message of all) await ada.client.send({ room_id: room, message });
    const store = ada.client.room(room);
    expect(texts(await until(store, ({ status }) => status === 'ready'))).toEqual(all.slice(-50));

    await Promise.all([store.loadOlder(), store.loadOlder(), ada.client.send({ room_id: room, message: 'more' })]);
    await until(store, ({ messages }) => texts({ ...store.getSnapshot(), messages }).includes('more'));
    expect(texts(store.getSnapshot())).toEqual([...all.slice(-100), 'more']);
    await store.loadOlder();
    expect(texts(store.getSnapshot())).toEqual([...all, 'more']);
    expect(store.getSnapshot().hasOlder).toBe(false);
    store.trim(10);
    expect(store.getSnapshot()).toMatchObject({ hasOlder: true, messages: { length: 10 } });
    await store.loadOlder();
    expect(texts(store.getSnapshot())).toEqual([...all, 'more'].slice(-60));
    ada.client.close();
});

test('A room that is not there is gone, and one that I am removed from becomes so', async () => {
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace')];
    expect((await until(grace.client.room('no-such-room'), ({ status }) => status !== 'loading')).status).toBe('gone');

    const { id: room } = await ada.client.createRoom({ name: 'Secret', kind: 'private' });
    const { user_id } = await grace.client.me();
    const add = () => ada.client.request('PUT', `/chat/room/${room}/members/${user_id}`, { body: { role: 'member' } });
    await add();
    await ada.client.send({ room_id: room, message: 'Between us' });
    const store = grace.client.room(room);
    await until(store, ({ messages, connected }) => messages.length === 1 && connected);
    await ada.client.request('DELETE', `/chat/room/${room}/members/${user_id}`);
    expect(await until(store, ({ status }) => status === 'gone')).toMatchObject({ messages: [], members: [], room: null });
    await add();
    await until(store, ({ messages }) => messages.length === 1);
    ada.client.close();
    grace.client.close();
});

test('A public room is followed without belonging to it', async () => {
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace')];
    const [one, other] = [await roomOf(ada), await roomOf(ada)];
    await until(grace.client.room(one), ({ connected }) => connected);
    const store = grace.client.room(other);
    await until(store, ({ status }) => status === 'ready');
    await ada.client.send({ room_id: one, message: 'here' });
    await ada.client.send({ room_id: other, message: 'there' });
    await until(store, room => texts(room).includes('there'));
    await until(grace.client.room(one), room => texts(room).includes('here'));
    await store.send('I join by this');
    await until(store, ({ room, outgoing }) => room?.member === true && outgoing.length === 0);
    await grace.client.leave(other);
    await until(store, ({ room }) => room?.member === false);
    await ada.client.send({ room_id: other, message: 'still there?' });
    await until(store, room => texts(room).includes('still there?'));
    ada.client.close();
    grace.client.close();
});

test('Who is there and who writes is shown, and read marks are moved', async () => {
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace')];
    const room = await roomOf(ada, grace);
    const store = ada.client.room(room);
    await until(store, ({ connected, members }) => connected && members.length === 2);
    grace.client.connect();
    await until(store, ({ members }) => members.some(({ username, status }) => username === grace.name && status === 'online'));
    grace.client.room(room).typing();
    await until(store, ({ typing }) => typing.length === 1 && typing[0]!.username === grace.name);
    await grace.client.room(room).send('Written');
    await until(store, ({ typing, messages }) => typing.length === 0 && messages.length === 1);
    const unread = async () => (await ada.client.rooms()).find(({ id }) => id === room)!.unread;
    expect(await unread()).toBe(1);
    await store.markRead();
    expect(await unread()).toBe(0);
    await grace.client.setPresence('away');
    await until(store, ({ members }) => members.some(({ username, status }) => username === grace.name && status === 'away'));
    grace.client.close();
    await until(store, ({ members }) => members.some(({ username, status }) => username === grace.name && status === 'offline'));
    ada.client.close();
});

test('What is refused stays and says why, and does not hold up what comes after it', async () => {
    const ada = await signUp(address, 'ada');
    const store = ada.client.room(await roomOf(ada));
    await until(store, ({ connected }) => connected);
    expect(await Promise.all([store.send('x'.repeat(2000)), store.send('fine')])).toMatchObject([null, { text: 'fine' }]);
    const { outgoing } = await until(store, ({ messages }) => messages.length === 1);
    expect(outgoing).toMatchObject([{ state: 'failed', error: { status: 400, code: 'invalid' } }]);
    store.retry(outgoing[0]!.clientId);
    await until(store, ({ outgoing }) => outgoing[0]?.state === 'failed');
    store.discard(outgoing[0]!.clientId);
    expect(store.getSnapshot().outgoing).toEqual([]);
    ada.client.close();
});

test('A program that only sends need not follow the room', async () => {
    const ada = await signUp(address, 'ada');
    const store = ada.client.room(await roomOf(ada));
    expect(await Promise.all([store.send('one'), store.send('two')])).toMatchObject([{ number: 1 }, { number: 2 }]);
    expect(store.getSnapshot().outgoing).toEqual([]);
    expect(ada.client.state).toBe('idle');
});

test('Errors bear the code of the server', async () => {
    const ada = await signUp(address, 'ada');
    const error = await ada.client.createRoom({ name: '' }).catch(error => error);
    expect(error).toBeInstanceOf(ChatError);
    expect(error).toMatchObject({ status: 400, code: 'invalid', errors: { name: [expect.any(String)] } });
    await expect(ada.client.edit('12345678', 'x')).rejects.toMatchObject({ status: 404, code: 'not_found', mayPass: false });
});
