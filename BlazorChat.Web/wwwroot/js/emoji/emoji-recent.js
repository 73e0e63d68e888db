import { customEmoji, isCustom, knownEmoji } from './custom-emoji.js';

const KEY = 'blazorchat-emoji';
const MOST = 18;

/** The reactions offered first. */
export const QUICK = ['👍', '❤️', '😂', '🎉', '👀', '✅'];

/** @returns {string[]} the latest first */
export function recentEmojis() {
    try {
        return JSON.parse(localStorage.getItem(KEY)) ?? [];
    } catch {
        return [];
    }
}

/** @param {string} emoji */
export function usedEmoji(emoji) {
    try {
        localStorage.setItem(KEY, JSON.stringify(remember(recentEmojis(), emoji, MOST)));
    } catch {
        // Full or forbidden: the picker works without a memory.
    }
}

/**
 * The ones used last, the latest first.
 * @param {string[]} recent
 * @param {string} used
 * @param {number} most
 */
export const remember = (recent, used, most) => [used, ...recent.filter(emoji => emoji !== used)].slice(0, most);

/**
 * The reactions to offer first: the ones used last, then those that most people use.
 * @param {number} count
 */
export function usualReactions(count) {
    const recent = recentEmojis();
    if (recent.some(isCustom)) customEmoji(); // known the next time
    return [...new Set([...recent.filter(isThere), ...QUICK])].slice(0, count);
}

/** One of this chat may be gone by now. @param {string} emoji */
export const isThere = emoji => !isCustom(emoji) || knownEmoji().has(emoji.slice(1, -1));
