const MOST = 3;
const EMOJI = /^(?:(?![©®™](?!\uFE0F))\p{Extended_Pictographic}|\p{Regional_Indicator}{2}|[0-9#*]\uFE0F?\u20E3)/u;
const longest = MOST * 40; // letters that a browser's segmenter is worth asking for

/**
 * Whether a text is up to three emoji and nothing else: such a one is shown large.
 * @param {string} text
 */
export function isFewEmoji(text) {
    const signs = text.replace(/\s/g, '');
    if (signs.length > longest || !EMOJI.test(signs)) return false;
    const seen = [...new Intl.Segmenter().segment(signs)];
    return seen.length <= MOST && seen.every(({ segment }) => EMOJI.test(segment));
}
