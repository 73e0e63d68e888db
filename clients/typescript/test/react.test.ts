import { place, shown } from './support/document.js';
import { createElement, startTransition, StrictMode, useLayoutEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, inject, test, vi, type MockInstance } from 'vitest';
import { ChatProvider, useChatRoom, type ChatRoom } from '../src/react.js';
import { freshLoad, roomOf, signUp } from './support/people.js';

const address = inject('address');
let complaints: MockInstance[];

beforeEach(() => (complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]));

afterEach(() => complaints.forEach(complaint => {
    expect(complaint).not.toHaveBeenCalled();
    complaint.mockRestore();
}));

const Texts = ({ roomId, onLook }: { roomId: string; onLook?: (room: ChatRoom) => void }) => {
    const room = useChatRoom(roomId);
    useLayoutEffect(() => {
        onLook?.(room);
    });
    return createElement('ol', null, ...room.messages.map(({ id, text }) => createElement('li', { key: id }, text)),
        ...room.outgoing.map(({ clientId, text }) => createElement('li', { key: clientId }, text)));
};

const textsIn = (element: HTMLElement) => [...element.querySelectorAll('li')].map(item => item.textContent);

test('In strict mode the hook shows a room, sends, and goes on after the room is another one', async () => {
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace')];
    const [one, other] = [await roomOf(ada, grace), await roomOf(ada, grace)];
    await grace.client.send({ room_id: one, message: 'first' });
    await grace.client.send({ room_id: other, message: 'elsewhere' });
    const element = place();
    const root = createRoot(element);
    let room!: ChatRoom;
    const draw = (roomId: string) => root.render(createElement(StrictMode, null, createElement(ChatProvider, { client: ada.client },
        createElement(Texts, { roomId, onLook: now => (room = now) }))));
    draw(one);
    await shown(element, () => textsIn(element).includes('first'));
    const { sendMessage } = room;
    await Promise.all([sendMessage('second'), grace.client.send({ room_id: one, message: 'third' })]);
    await shown(element, () => textsIn(element).length === 3);
    expect(room.sendMessage).toBe(sendMessage);
    expect(room.messages).toEqual(await freshLoad(grace.client, one));

    draw(other);
    await shown(element, () => textsIn(element).includes('elsewhere'));
    draw(one);
    await shown(element, () => textsIn(element).length === 3);
    root.unmount();
    [ada, grace].forEach(({ client }) => client.close());
});

test('Two that show a room never show different states of it, also while React draws in between', async () => {
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace')];
    const room = await roomOf(ada, grace);
    const element = place();
    const root = createRoot(element);
    const looks: ChatRoom[][] = [[], []];
    let again!: (n: number) => void;
    const Slow = () => {
        for (const end = performance.now() + 2; performance.now() < end;);
        return null;
    };
    const Both = () => {
        const [n, set] = useState(0);
        again = set;
        useLayoutEffect(() => {
            const [left, right] = looks.map(seen => seen.at(-1));
            expect(left?.messages).toBe(right?.messages);
        });
        return [
            createElement(Texts, { key: 'left', roomId: room, onLook: now => looks[0]!.push(now) }),
            ...Array.from({ length: 10 }, (_, i) => createElement(Slow, { key: `${n}-${i}` })),
            createElement(Texts, { key: 'right', roomId: room, onLook: now => looks[1]!.push(now) }),
        ];
    };
    root.render(createElement(ChatProvider, { client: ada.client }, createElement(Both)));
    for (let n = 1; n <= 30; n++) {
        startTransition(() => again?.(n));
        await grace.client.send({ room_id: room, message: `${n}` });
    }
    await shown(element, () => textsIn(element).length === 60);
    root.unmount();
    [ada, grace].forEach(({ client }) => client.close());
});

test('Leaving in the middle of loading and sending disturbs nothing, and what was sent arrives', async () => {
    const ada = await signUp(address, 'ada');
    const room = await roomOf(ada);
    for (let n = 0; n < 60; n++) await ada.client.send({ room_id: room, message: `${n}` });
    for (const wait of ['nothing', 'messages', 'older'] as const) {
        const element = place();
        const root = createRoot(element);
        let seen!: ChatRoom;
        root.render(createElement(ChatProvider, { client: ada.client }, createElement(Texts, { roomId: room, onLook: now => (seen = now) })));
        if (wait !== 'nothing') await shown(element, () => textsIn(element).length > 0);
        const sent = ada.client.room(room).send(`in the middle of ${wait}`);
        if (wait === 'older') void seen.loadOlder();
        root.unmount();
        expect(await sent).toMatchObject({ text: `in the middle of ${wait}` });
    }
    expect((await freshLoad(ada.client, room)).length).toBe(63);
    ada.client.close();
});

test('Without a client it says what is missing', async () => {
    const element = place();
    const failed = new Promise<unknown>(resolve => createRoot(element, { onUncaughtError: resolve }).render(createElement(Texts, { roomId: 'x' })));
    expect(String(await failed)).toContain('There is no ChatProvider here.');
});
