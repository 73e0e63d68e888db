const NAME = 'chat-marked-unread';

/**
 * The room on the screen of this tab was marked unread here: what is otherwise not shown of it, since it is being read,
 * is to be shown.
 * @param {string} room
 */
export const markedUnread = room => document.dispatchEvent(new CustomEvent(NAME, { detail: { room_id: room } }));

/** @param {(data: { room_id: string }) => void} act */
export const onMarkedUnread = act => document.addEventListener(NAME, ({ detail }) => act(detail));
