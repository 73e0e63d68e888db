import { blocksOf, lastOf } from './blocks.js';

/**
 * What is code within the lines of a paragraph, as the server reads it: as many backticks end it as began it, and a backslash before one keeps it a sign.
 * @param {string} text
 * @returns {{ spans: { start: number, end: number, code: string }[], open: number }} open: behind the last backticks that wait for their like; -1 if none do
 */
export function codeIn(text) {
    const runs = [...text.matchAll(/`+/g)].map(({ 0: { length }, index }) => ({ start: index, end: index + length, length }));
    // By their length, with the place up to which they have been passed: so it takes one pass for each length.
    const byLength = new Map();
    for (const run of runs) byLength.set(run.length, byLength.get(run.length) ?? { runs: runs.filter(({ length }) => length === run.length), at: 0 });
    const spans = [];
    let [open, told] = [-1, 0];
    for (const { start, end, length } of runs) {
        if (start < told || start > told && text[start - 1] === '\\') continue;
        const like = byLength.get(length);
        while (like.runs[like.at]?.start <= start) like.at++;
        const closing = like.runs[like.at];
        if (!closing) open = end;
        else {
            told = closing.end;
            spans.push({ start, end: told, code: trimmed(text.slice(end, closing.start)) });
        }
    }
    return { spans, open };
}

/**
 * Whether what is written there will be code: in a fence that is not closed, or after backticks of its line that wait for their like.
 * @param {string} text
 * @param {number} at
 */
export function isInCode(text, at) {
    const last = lastOf(blocksOf(text.slice(0, at).split('\n'))).at(-1);
    if (last?.kind !== 'paragraph') return last?.kind === 'fence' && !last.isClosed;
    return codeIn(last.lines.join('\n')).open > last.lines.slice(0, -1).join('\n').length;
}

/**
 * The fence in which a text ends, if that is not closed.
 * @param {string[]} lines
 * @returns {{ isQuoted: boolean } | null}
 */
export function openFence(lines) {
    const around = lastOf(blocksOf(lines));
    const last = around.at(-1);
    return last?.kind === 'fence' && !last.isClosed ? { isQuoted: around.some(({ kind }) => kind === 'quote') } : null;
}

function trimmed(code) {
    const line = code.replaceAll('\n', ' ');
    return line.trim() && line.startsWith(' ') && line.endsWith(' ') ? line.slice(1, -1) : line;
}
