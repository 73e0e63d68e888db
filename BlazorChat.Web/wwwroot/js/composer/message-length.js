import { withoutBlankEnds } from '../base/blanks.js';

const SHOWN_FROM = 0.9;

/** A message's length as the server counts it: Unicode code points of what it keeps. */
export function lengthOf(text) {
    let points = 0;
    for (const _ of withoutBlankEnds(text)) points++;
    return points;
}

/**
 * What a composer says of a text's length, from a tenth before the limit on.
 * @param {string} text
 * @param {number} limit
 * @returns {{ words: string, tooLong: boolean }} no words while there is plenty
 */
export function measure(text, limit) {
    const length = lengthOf(text);
    const left = limit - length;
    if (length < limit * SHOWN_FROM) return { words: '', tooLong: false };
    const characters = `${Math.abs(left)} character${Math.abs(left) === 1 ? '' : 's'}`;
    return { words: left < 0 ? `${characters} too many to send` : `${characters} left`, tooLong: left < 0 };
}
