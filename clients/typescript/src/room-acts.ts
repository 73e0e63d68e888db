import type { RoomStore } from './room-store.js';

/** What one does in a room, as the React hook and the Vue composable give it. */
export interface RoomActs {
    readonly sendMessage: RoomStore['send'];
    readonly sendFile: RoomStore['sendFile'];
    readonly retry: RoomStore['retry'];
    readonly discard: RoomStore['discard'];
    readonly loadOlder: RoomStore['loadOlder'];
    readonly markRead: RoomStore['markRead'];
    readonly reload: RoomStore['reload'];
    /** To be called at each keystroke. */
    readonly startTyping: RoomStore['typing'];
    readonly stopTyping: RoomStore['stopTyping'];
}
