/**
 * The emojis whose names hold a word that begins with each of the words asked for.
 * @param {{ emoji: string, name: string }[]} emojis
 * @param {string} asked
 */
export function search(emojis, asked) {
    const words = asked.toLowerCase().split(/\s+/).filter(Boolean);
    return emojis.filter(({ name }) => {
        const names = name.split(' ');
        return words.every(word => names.some(part => part.startsWith(word)));
    });
}

/**
 * The ones used last, the latest first.
 * @param {string[]} recent
 * @param {string} used
 * @param {number} most
 */
export const remember = (recent, used, most) => [used, ...recent.filter(emoji => emoji !== used)].slice(0, most);
