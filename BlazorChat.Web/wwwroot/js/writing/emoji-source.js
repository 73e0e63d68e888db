import { customEmoji, imageOf, knownEmoji } from '../emoji/custom-emoji.js';
import { emojiNames } from '../emoji/emoji-names.js';
import { recentEmojis, usedEmoji } from '../emoji/emoji-recent.js';
import { isInCode } from './code-places.js';
import { insert } from './insert.js';

const BEGUN = /(?:^|[^A-Za-z0-9_/:]|:[a-z0-9_+-]+:):([a-z0-9_+-]{2,})$/i;
const CLOSED = /(?:^|[^A-Za-z0-9_/:]):([a-z0-9_+-]+):$/i;

const MOST = 8;

/** @type {import('../emoji/emoji-names.js').EmojiNames | null} */
let names = null;

async function load() {
    [names] = await Promise.all([names ?? emojiNames().catch(() => null), customEmoji()]);
}

/**
 * What `:ta` could become. From the second letter on: `:)` and `10:30` ask for nothing.
 * @type {import('./completion.js').Source<{ emoji: string, name: string }>}
 */
export const emojiSource = {
    label: 'Emoji',
    at(text, caret) {
        const word = BEGUN.exec(text.slice(0, caret))?.[1];
        return word && !isInCode(text, caret) ? { start: caret - word.length - 1, word } : null;
    },
    load,
    find: word => [...customFor(word), ...names?.find(word, recentEmojis()) ?? []].slice(0, MOST),
    draw({ emoji, name, url }) {
        const sign = Object.assign(document.createElement('span'), { className: 'completion-emoji' });
        sign.append(url ? imageOf(name, url) : emoji);
        return [sign, Object.assign(document.createElement('span'), { className: 'name', textContent: `:${name}:` })];
    },
    write: ({ emoji }) => emoji,
    chosen: ({ emoji }) => usedEmoji(emoji),
};

// Those of this chat come first: there are few of them.
const customFor = word => [...knownEmoji()].filter(([name]) => name.startsWith(word.toLowerCase())).map(([name, url]) => ({ emoji: `:${name}:`, name, url }));

/**
 * A name that its second colon closes becomes its emoji at once.
 * @param {HTMLTextAreaElement} area after a colon was typed
 */
export function closeEmoji(area) {
    const caret = area.selectionStart;
    const name = CLOSED.exec(area.value.slice(0, caret))?.[1];
    const emoji = name && !isInCode(area.value, caret) && names?.named(name);
    if (emoji) insert(area, emoji, caret - name.length - 2, caret);
}
