import { computed, inject, onScopeDispose, provide, shallowRef, toValue, watch } from 'vue';
import type { App, ComputedRef, InjectionKey, MaybeRefOrGetter } from 'vue';
import type { ChatClient } from './client.js';
import type { RoomActs } from './room-acts.js';
import type { RoomSnapshot } from './room-snapshot.js';
import type { RoomStore } from './room-store.js';

const KEY: InjectionKey<ChatClient> = Symbol('chat');

/** Gives the client to an app, or, without one, to the components inside the present one. */
export function provideChat(client: ChatClient, app?: App): void {
    if (app) app.provide(KEY, client);
    else provide(KEY, client);
}

/** The client that `provideChat` gave. */
export function useChatClient(): ChatClient {
    const client = inject(KEY, null);
    if (!client) throw new Error('Nobody called provideChat(client) around this component.');
    return client;
}

/** A room as it is now, each part of it a ref, and what one does in it. */
export type ChatRoomRefs = { readonly [Part in keyof RoomSnapshot]: ComputedRef<RoomSnapshot[Part]> } & RoomActs;

const PARTS = [
    'roomId', 'status', 'error', 'connection', 'connected', 'room', 'members', 'messages', 'outgoing', 'hasOlder', 'loadingOlder', 'typing',
] as const satisfies readonly (keyof RoomSnapshot)[];

/**
 * A room, kept up to date until the component is unmounted or `roomId` is another one.
 * @param given The client; without it, the one that `provideChat` gave.
 */
export function useChatRoom(roomId: MaybeRefOrGetter<string>, given?: ChatClient): ChatRoomRefs {
    const client = given ?? useChatClient();
    const store = computed(() => client.room(toValue(roomId)));
    const snapshot = shallowRef(store.value.getSnapshot());
    let leave = () => {};
    const enter = (room: RoomStore) => {
        leave();
        const look = () => (snapshot.value = room.getSnapshot());
        leave = room.subscribe(look);
        look();
    };
    watch(store, enter, { immediate: true, flush: 'sync' });
    onScopeDispose(() => leave());
    const refs = Object.fromEntries(PARTS.map(part => [part, computed(() => snapshot.value[part])]));
    return {
        ...refs as { [Part in keyof RoomSnapshot]: ComputedRef<RoomSnapshot[Part]> },
        sendMessage: (...args) => store.value.send(...args),
        sendFile: (...args) => store.value.sendFile(...args),
        retry: clientId => store.value.retry(clientId),
        discard: clientId => store.value.discard(clientId),
        loadOlder: () => store.value.loadOlder(),
        markRead: () => store.value.markRead(),
        reload: () => store.value.reload(),
        startTyping: () => store.value.typing(),
        stopTyping: () => store.value.stopTyping(),
    };
}
