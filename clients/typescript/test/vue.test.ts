import { place, shown } from './support/document.js';
import { afterEach, beforeEach, expect, inject, test, vi, type MockInstance } from 'vitest';
import { createApp, defineComponent, h, ref } from 'vue';
import { ChatRoom, provideChat, useChatRoom, type ChatRoomRefs } from '../src/vue.js';
import type { Message } from '../src/index.js';
import { freshLoad, roomOf, signUp } from './support/people.js';

const address = inject('address');
let complaints: MockInstance[];

beforeEach(() => (complaints = [vi.spyOn(console, 'error'), vi.spyOn(console, 'warn')]));

afterEach(() => complaints.forEach(complaint => {
    expect(complaint).not.toHaveBeenCalled();
    complaint.mockRestore();
}));

const textsIn = (element: HTMLElement) => [...element.querySelectorAll('.message .text')].map(item => item.textContent);

test('The component shows a room, who writes, and sends', async () => {
    const [ada, grace] = [await signUp(address, 'ada'), await signUp(address, 'grace')];
    const [one, other] = [await roomOf(ada, grace), await roomOf(ada, grace)];
    await grace.client.send({ room_id: one, message: 'first' });
    await grace.client.send({ room_id: other, message: 'elsewhere' });
    const element = place();
    const roomId = ref(one);
    const app = createApp(() => h(ChatRoom, { roomId: roomId.value }));
    provideChat(ada.client, app);
    app.mount(element);
    await shown(element, () => textsIn(element).includes('first') && !element.querySelector('.status'));

    grace.client.room(one).typing();
    await shown(element, () => element.querySelector('.typing')!.textContent === `${grace.name} is typing...`);
    const input = element.querySelector('input')!;
    input.value = 'second';
    input.dispatchEvent(new Event('input'));
    element.querySelector('form')!.dispatchEvent(new Event('submit', { cancelable: true }));
    await shown(element, () => textsIn(element).includes('second') && !element.querySelector('.message.sending, .message.sent'));
    expect(input.value).toBe('');
    expect((await freshLoad(grace.client, one)).map(({ text }) => text)).toEqual(['first', 'second']);

    roomId.value = other;
    await shown(element, () => textsIn(element).join() === 'elsewhere');
    roomId.value = 'no-such-room';
    await shown(element, () => element.querySelector('.status')?.textContent === 'This room does not exist, or you may not see it.');
    app.unmount();
    [ada, grace].forEach(({ client }) => client.close());
});

test('What is refused can be sent again or discarded, and a slot draws messages', async () => {
    const ada = await signUp(address, 'ada');
    const room = await roomOf(ada);
    const element = place();
    const app = createApp(() => h(ChatRoom, { roomId: room }, { message: ({ message }: { message: Message }) => h('b', { class: 'text' }, message.text) }));
    provideChat(ada.client, app);
    app.mount(element);
    await shown(element, () => !element.querySelector('.status'));
    void ada.client.room(room).send('x'.repeat(2000));
    await shown(element, () => element.querySelectorAll('.message.failed button').length === 2);
    element.querySelectorAll<HTMLButtonElement>('.message.failed button')[1]!.click();
    await ada.client.room(room).send('fine');
    await shown(element, () => element.querySelector('b.text')?.textContent === 'fine' && !element.querySelector('.failed'));
    app.unmount();
    ada.client.close();
});

test('The composable lets go of a room when its component goes, also before anything came', async () => {
    const ada = await signUp(address, 'ada');
    const room = await roomOf(ada);
    let refs!: ChatRoomRefs;
    const One = defineComponent(() => {
        refs = useChatRoom(room, ada.client);
        return () => h('p', `${refs.status.value} ${refs.messages.value.length}`);
    });
    const element = place();
    const early = createApp(One);
    early.mount(element);
    const sent = refs.sendMessage('Sent while leaving');
    early.unmount();
    expect(await sent).toMatchObject({ text: 'Sent while leaving' });
    const again = createApp(One);
    again.mount(element);
    await shown(element, () => element.textContent === 'ready 1');
    expect(refs.messages.value).toEqual(await freshLoad(ada.client, room));
    again.unmount();
    ada.client.close();
});
