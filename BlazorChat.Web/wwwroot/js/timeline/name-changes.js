import { onEmojiChange } from '../emoji/custom-emoji.js';
import { onRoomsChange } from '../links/known-rooms.js';
import { drawEmoji, linkRoomsOf } from './message-dress.js';

/** Messages show the emoji and link the rooms that there are now. */
export function startNameChanges() {
    onEmojiChange(() => shown().forEach(drawEmoji));
    onRoomsChange(() => shown().forEach(linkRoomsOf));
}

const shown = () => document.querySelectorAll('chat-timeline .message, room-pins .message');
