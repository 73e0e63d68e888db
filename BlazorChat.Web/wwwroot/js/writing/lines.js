import { openFence } from './code-places.js';
import { insert } from './insert.js';

const ITEM = /^((?:> ?)*)([ \t]*)(?:([-*+]) |(\d{1,9})([.)]) )?/;

/**
 * What a new line begins with after this one: the next item of its list, its quote, its indentation.
 * @param {string} line up to the caret
 * @returns {{ next: string, isEmpty: boolean }} isEmpty: the line has nothing but that, so that the list or quote is over
 */
export function goesOn(line) {
    const [all, quote, indent, bullet, number, point] = ITEM.exec(line);
    const item = bullet ? `${bullet} ` : number ? `${Number(number) + 1}${point} ` : '';
    return { next: item ? quote + indent + item : quote, isEmpty: all !== '' && (item || quote) !== '' && line.slice(all.length).trim() === '' };
}

/** Whether Enter is a line break there: in a code block that is not closed yet. */
export function isEnterALine(area) {
    const before = area.value.slice(0, area.selectionStart).split('\n');
    // On the line that opens it, too: the language is written, now comes the code.
    return openFence(before) !== null;
}

/**
 * A line break that goes on with what the line is. In a list or quote an empty line ends it.
 * @returns {boolean} false: it is a line break like any other, for the browser to make
 */
export function breakLine(area) {
    const { value, selectionStart: caret, selectionEnd: end } = area;
    const start = value.lastIndexOf('\n', caret - 1) + 1;
    const line = value.slice(start, caret);
    const fence = start > 0 ? openFence(value.slice(0, start - 1).split('\n')) : null;
    const { next, isEmpty } = fence ? { next: (fence.isQuoted ? /^(?: {0,3}> ?)*[ \t]*/ : /^[ \t]*/).exec(line)[0], isEmpty: false } : goesOn(line);
    if (isEmpty) insert(area, '', start, caret);
    else if (next || fence || isEnterALine(area)) insert(area, `\n${next}`, caret, end);
    else return false;
    return true;
}
