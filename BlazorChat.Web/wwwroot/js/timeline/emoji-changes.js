import { onEmojiChange } from '../emoji/custom-emoji.js';
import { drawEmoji } from './message-dress.js';

/** Messages show the emoji that there are now. */
export const startEmojiChanges = () => onEmojiChange(() => document.querySelectorAll('chat-timeline .message').forEach(drawEmoji));
