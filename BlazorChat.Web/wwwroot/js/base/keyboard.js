const platform = globalThis.navigator?.userAgentData?.platform ?? globalThis.navigator?.platform ?? '';
const SIGNS = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' };

export const isApple = /mac|iphone|ipad/i.test(platform);

/**
 * A key as shortcuts name it: `r`, `shift x`, `+`, `ArrowUp`. A letter is a letter whatever Caps Lock says, and goes by its place where the
 * layout has others (Cyrillic, Greek, Hebrew) or Alt makes another sign of it, as on a Mac.
 * @param {{ key: string, code?: string, shiftKey?: boolean }} event
 */
export function shortcutOf({ key, code, shiftKey }) {
    const isForeign = key.length === 1 && key > '~';
    const letter = /^[a-z]$/i.exec(key)?.[0] ?? (isForeign ? /^Key([A-Z])$/.exec(code ?? '')?.[1] : undefined);
    return letter ? (shiftKey ? 'shift ' : '') + letter.toLowerCase() : key;
}

/** Whether a key could be for the whole page: what writes and what belongs to a message has none of these held. @param {KeyboardEvent} event */
export const isOfPage = ({ ctrlKey, metaKey, altKey }) => ctrlKey || metaKey || altKey;

/** @param {string} keys such as `Ctrl Shift X` @returns {string} as they are printed on this machine's keyboard */
export const keysHere = (keys, apple = isApple) => apple ? keys.replace(/\b(Ctrl|Alt|Shift)\b/g, name => SIGNS[name]) : keys;
