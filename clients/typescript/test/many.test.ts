import { expect, inject, test } from 'vitest';
import { freshLoad, roomOf, signUp, until } from './support/people.js';

const MANY = 10_000;

test('Ten thousand messages come in order, and are there again when they are loaded back to the beginning', async () => {
    const address = inject('address');
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace')];
    const room = await roomOf(ada, grace);
    const store = grace.client.room(room);
    await until(store, ({ connected, status }) => connected && status === 'ready');
    let sent = 0;
    await Promise.all(Array.from({ length: 16 }, async () => {
        while (sent < MANY) await ada.client.send({ room_id: room, message: `${sent++}` });
    }));
    const { messages } = await until(store, ({ messages }) => messages.length === MANY);
    const fresh = await freshLoad(ada.client, room);
    expect(messages).toEqual(fresh);
    expect(messages.map(({ number }) => number)).toEqual(Array.from({ length: MANY }, (_, i) => i + 1));

    const later = ada.client.room(room);
    await until(later, ({ status }) => status === 'ready');
    while (later.getSnapshot().hasOlder) await later.loadOlder();
    expect(later.getSnapshot().messages).toEqual(fresh);
    [ada, grace].forEach(({ client }) => client.close());
});
