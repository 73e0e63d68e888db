const NAME = 'chat-marked-unread';

/**
 * Announces that the room on this tab's screen was marked unread. Its unread count, which is hidden while it is being
 * read, is then shown.
 * @param {string} room
 */
export const markedUnread = room => document.dispatchEvent(new CustomEvent(NAME, { detail: { room_id: room } }));

/** @param {(data: { room_id: string }) => void} act */
export const onMarkedUnread = act => document.addEventListener(NAME, ({ detail }) => act(detail));
