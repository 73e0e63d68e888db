import { expect, inject, test } from 'vitest';
import { Finding } from '../src/finding.js';
import { Threads } from '../src/threads.js';
import { roomOf, signUp } from './support/people.js';

test('What was said is found, saved, and listed for those whom it concerns', async () => {
    const address = inject('address');
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace')];
    const room = await roomOf(ada, grace);
    const [mine, hers] = [new Finding(ada.client), new Finding(grace.client)];
    const first = await ada.client.send({ room_id: room, message: 'The deploy & release of Friday' });
    const answer = await grace.client.send({ room_id: room, message: `Thank you, @${ada.name}` });
    await grace.client.react(first.id, '👍');

    const query = '"deploy & release"';
    await expect.poll(async () => (await hers.search(query, { room_id: room, limit: 5 })).results.length).toBe(1);
    const { results: [found] } = await hers.search(query);
    expect(found).toMatchObject({ message: { id: first.id }, room: { id: room, kind: 'public' } });
    expect(found!.marks.length).toBeGreaterThan(0);
    expect((await mine.mentions()).messages.map(({ id }) => id)).toEqual([answer.id]);
    expect((await mine.activity()).items.map(({ kind, user_ids }) => [kind, user_ids.length])).toEqual([['reaction', 1], ['mention', 1]]);

    await mine.save(answer.id);
    expect(await mine.saved({ limit: 1 })).toMatchObject({ messages: [{ id: answer.id }], has_more: false });
    await mine.unsave(answer.id);
    expect((await mine.saved()).messages).toEqual([]);
});

test('A thread that was read is marked unread again', async () => {
    const address = inject('address');
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace')];
    const room = await roomOf(ada, grace);
    const threads = new Threads(ada.client);
    const root = await ada.client.send({ room_id: room, message: 'above' });
    const reply = await grace.client.send({ room_id: room, message: 'below', thread_id: root.id });
    const unread = async () => (await threads.followed({ unread: true })).threads.map(thread => thread.unread);

    await threads.markRead(root.id, reply.id);
    expect(await unread()).toEqual([]);
    await threads.markUnread(root.id, reply.id);
    expect(await unread()).toEqual([1]);
});
