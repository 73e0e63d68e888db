const SHOWN_FROM = 0.9;

/** A message's length as the server counts it: Unicode code points, without white space at the ends. */
export function lengthOf(text) {
    let points = 0;
    for (const _ of text.replaceAll('\r\n', '\n').trim()) points++;
    return points;
}

/**
 * What a composer says of a text's length.
 * @param {string} text
 * @param {number} limit
 * @returns {{ left: number | null, tooLong: boolean }} `left` is null while there is plenty
 */
export function measure(text, limit) {
    const length = lengthOf(text);
    return { left: length >= limit * SHOWN_FROM ? limit - length : null, tooLong: length > limit };
}
