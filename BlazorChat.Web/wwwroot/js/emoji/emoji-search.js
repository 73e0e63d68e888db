/**
 * The emojis whose names hold a word that begins with each of the words asked for, the best first: those that are called
 * so before those that have such a word, and whole words before beginnings.
 * @param {{ emoji: string, name: string }[]} emojis
 * @param {string} asked
 */
export function search(emojis, asked) {
    const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
    return emojis
        .map(one => ({ one, distance: words.reduce((sum, word) => sum + distance(word, one.name.split(' ')), 0) }))
        .filter(({ distance }) => distance < Infinity)
        .sort((a, b) => a.distance - b.distance) // those that are equally good stay in their order
        .map(({ one }) => one);
}

function distance(word, names) {
    if (names[0] === word) return 0;
    if (names.includes(word)) return 1;
    const at = names.findIndex(name => name.startsWith(word));
    return at < 0 ? Infinity : at === 0 ? 2 : 3;
}

/**
 * The ones used last, the latest first.
 * @param {string[]} recent
 * @param {string} used
 * @param {number} most
 */
export const remember = (recent, used, most) => [used, ...recent.filter(emoji => emoji !== used)].slice(0, most);
