const MARKS = /\p{Mn}/gu;

/** @param {string} text @returns {string} without case, accents and width */
export const folded = text => text.normalize('NFKD').replace(MARKS, '').toLowerCase();

/**
 * How well what somebody typed fits a name: each of its words by the beginning, by the beginning of a word, by any part, or by
 * letters in order.
 * @param {string} name
 * @param {string} typed
 * @returns {number} 0 where it does not fit
 */
export function fit(name, typed) {
    const [whole, words] = [folded(name), folded(typed).split(/\s+/).filter(Boolean)];
    const fits = words.map(word => fitOf(whole, word));
    return fits.includes(0) ? 0 : fits.reduce((sum, one) => sum + one, 0) / Math.max(1, words.length);
}

function fitOf(name, word) {
    if (name.startsWith(word)) return 4;
    if (name.split(/[^\p{L}\p{N}]+/u).some(part => part.startsWith(word))) return 3;
    if (name.includes(word)) return 2;
    let at = -1;
    return [...word].every(letter => (at = name.indexOf(letter, at + 1)) >= 0) ? 1 : 0;
}
