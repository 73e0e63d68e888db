import { drawCustomIn, onEmojiChange } from '../emoji/custom-emoji.js';
import { onRoomsChange } from '../links/known-rooms.js';
import { drawEmoji, linkRoomsOf } from './message-dress.js';

const MESSAGES = 'chat-timeline .message, room-pins .message';
const LISTED = '.found-what, .thread-about, .thread-reply';

/** What is shown has the emoji and links the rooms that there are now. */
export function startNameChanges() {
    onEmojiChange(() => {
        document.querySelectorAll(MESSAGES).forEach(drawEmoji);
        drawCustomIn(document.querySelectorAll(LISTED));
    });
    onRoomsChange(() => document.querySelectorAll(MESSAGES).forEach(linkRoomsOf));
}
