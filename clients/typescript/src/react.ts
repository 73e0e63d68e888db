import { createContext, createElement, useContext, useMemo, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import type { ChatClient } from './client.js';
import type { RoomActs } from './room-acts.js';
import type { RoomSnapshot } from './room-snapshot.js';

const Context = createContext<ChatClient | null>(null);

/** Gives its children the client. */
export function ChatProvider({ client, children }: { client: ChatClient; children?: ReactNode }): ReactElement {
    return createElement(Context.Provider, { value: client }, children);
}

/** The client that `ChatProvider` gives. */
export function useChatClient(): ChatClient {
    return useClient();
}

function useClient(given?: ChatClient): ChatClient {
    const client = useContext(Context) ?? given;
    if (!client) throw new Error('There is no ChatProvider here.');
    return given ?? client;
}

/** A room as it is now, and what one does in it. The functions stay the same as long as the room does. */
export interface ChatRoom extends RoomSnapshot, RoomActs {}

/**
 * A room, kept up to date while the component is mounted. Components that show the same room share it.
 * @param given The client; without it, the one that `ChatProvider` gives.
 */
export function useChatRoom(roomId: string, given?: ChatClient): ChatRoom {
    const store = useClient(given).room(roomId);
    const snapshot = useSyncExternalStore(store.subscribe, store.getSnapshot, store.getSnapshot);
    return useMemo(() => ({
        ...snapshot, sendMessage: store.send, sendFile: store.sendFile, retry: store.retry, discard: store.discard,
        loadOlder: store.loadOlder, markRead: store.markRead, reload: store.reload, startTyping: store.typing, stopTyping: store.stopTyping,
    }), [store, snapshot]);
}
