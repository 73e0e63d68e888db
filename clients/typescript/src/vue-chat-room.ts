import { defineComponent, h, nextTick, onMounted, ref, watch, type SlotsType, type VNode } from 'vue';
import type { Outgoing } from './outbox.js';
import type { Message } from './types.js';
import { useChatRoom } from './vue-use-chat-room.js';

const NEAR = 80;

/**
 * A whole room: messages, older ones as one scrolls up, who writes, and a field to write in. It is a plain component, so that
 * it works with and without Vue's compiler, and its types are checked by `tsc` alone. It brings classes and no colours; the
 * slot `message` draws a message in another way.
 */
export const ChatRoom = defineComponent({
    name: 'ChatRoom',
    props: {
        /** The id of the room. */
        roomId: { type: String, required: true },
        placeholder: { type: String, default: 'Type message...' },
    },
    slots: Object as SlotsType<{ message: { message: Message } }>,
    setup(props, { slots }) {
        const chat = useChatRoom(() => props.roomId);
        const text = ref('');
        const list = ref<HTMLElement | null>(null);
        const isAtEnd = () => !list.value || list.value.scrollHeight - list.value.scrollTop - list.value.clientHeight < NEAR;
        const toEnd = () => list.value && (list.value.scrollTop = list.value.scrollHeight);

        // Someone who reads the newest goes on doing so; whatever else is read keeps its place.
        watch([chat.messages, chat.outgoing], (_, [before]) => {
            const box = list.value;
            if (!box) return;
            const [follow, height, grewAbove] = [isAtEnd(), box.scrollHeight, before[0]?.id !== chat.messages.value[0]?.id];
            void nextTick(() => {
                if (follow) toEnd();
                else if (grewAbove) box.scrollTop += box.scrollHeight - height;
            });
        }, { flush: 'pre' });
        watch(() => props.roomId, () => nextTick(toEnd));
        onMounted(toEnd);

        const submit = (event: Event) => {
            event.preventDefault();
            if (!text.value.trim()) return;
            void chat.sendMessage(text.value);
            text.value = '';
            void nextTick(toEnd);
        };
        const typed = (event: Event) => {
            text.value = (event.target as HTMLInputElement).value;
            if (text.value) chat.startTyping();
            else chat.stopTyping();
        };

        return () => h('section', { class: 'chat-room' }, [
            statusOf(chat),
            h('div', {
                class: 'messages', ref: list, role: 'log', tabindex: 0, 'aria-label': 'Messages',
                onScroll: () => list.value!.scrollTop < NEAR && void chat.loadOlder(),
            }, [
                chat.hasOlder.value && h('button', { class: 'older', disabled: chat.loadingOlder.value, onClick: () => void chat.loadOlder() }, 'Older messages'),
                ...chat.messages.value.map(message =>
                    h('div', { class: 'message', key: message.id }, slots.message?.({ message }) ?? line(message))),
                ...chat.outgoing.value.map(entry => h('div', { class: `message ${entry.state}`, key: entry.clientId }, [
                    h('span', { class: 'text' }, entry.text || entry.file?.name), ' ', h('small', standing(entry)),
                    entry.state === 'failed' && [
                        ' ', h('button', { onClick: () => chat.retry(entry.clientId) }, 'Retry'),
                        ' ', h('button', { onClick: () => chat.discard(entry.clientId) }, 'Discard'),
                    ],
                ])),
            ]),
            h('div', { class: 'typing', 'aria-live': 'polite' }, whoTypes(chat.typing.value.map(nameOf))),
            h('form', { onSubmit: submit }, [
                h('input', { value: text.value, placeholder: props.placeholder, 'aria-label': props.placeholder, onInput: typed }),
                h('button', { type: 'submit' }, 'Send'),
            ]),
        ]);
    },
});

const nameOf = ({ display_name, username }: { display_name: string | null; username: string }) => display_name ?? username;

function line(message: Message): (VNode | string)[] {
    if (message.deleted) return [h('em', 'This message was deleted.')];
    return [h('strong', `${nameOf(message)}:`), ' ', h('span', { class: 'text' }, message.text || (message.file_name ?? ''))];
}

function standing({ state, error, file }: Outgoing): string {
    if (state === 'failed') return error?.message ?? 'It was refused.';
    if (state === 'waiting') return 'It goes out when the connection is back.';
    return file && file.sent < file.size ? `${Math.floor(file.sent / file.size * 100)} %` : 'Sending...';
}

function statusOf({ status, error, connected, connection, reload }: ReturnType<typeof useChatRoom>): VNode | false {
    const bar = (...content: (string | VNode)[]) => h('div', { class: 'status', role: 'status' }, content);
    if (status.value === 'gone') return bar('This room does not exist, or you may not see it.');
    if (status.value === 'failed') return bar(error.value?.message ?? '', ' ', h('button', { onClick: () => void reload() }, 'Try again'));
    if (connection.value === 'signed-out') return bar('You are signed out.');
    if (status.value === 'loading') return bar('Loading...');
    return connected.value ? false : bar('Connecting...');
}

function whoTypes(names: string[]): string {
    if (names.length === 0) return '';
    return names.length > 2 ? 'Several people are typing...' : `${names.join(' and ')} ${names.length === 1 ? 'is' : 'are'} typing...`;
}
