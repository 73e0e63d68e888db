const DEEPEST = 16;
const FENCE = /^( {0,3})(`{3,})([^`]*)$/;
const QUOTE = /^ {0,3}>(?: |$|(?=[>\p{L}\p{N}]))/u;
const ITEM = /^( {0,3}(?:[-*]|(\d{1,9})[.)]) +)(?=\S)/;
const RULE = /^\s*(?:-\s*|\*\s*){3,}$/;

/**
 * A part of a text that stands in lines of its own.
 * @typedef {{ kind: 'blank' } | { kind: 'paragraph', lines: string[] } | { kind: 'fence', signs: string, about: string, code: string[], isClosed: boolean }
 *     | { kind: 'quote', blocks: Block[] } | { kind: 'list', number: string | undefined, items: Block[][] }} Block
 */

/**
 * The blocks of a text, as the server reads it.
 * @param {string[]} lines
 * @returns {Block[]}
 */
export function blocksOf(lines, depth = 0) {
    const found = [];
    for (let at = 0; at < lines.length;) {
        const container = () => depth < DEEPEST ? quote(lines, at, depth) ?? list(lines, at, depth) : null;
        const [block, next] = fence(lines, at) ?? container() ?? paragraph(lines, at, depth);
        found.push(block);
        at = next;
    }
    return found;
}

/** The block in which a text ends, and those around it. @param {Block[]} blocks @returns {Block[]} the outermost first */
export function lastOf(blocks) {
    const last = blocks.at(-1);
    if (!last) return [];
    return [last, ...lastOf(last.kind === 'quote' ? last.blocks : last.kind === 'list' ? last.items.at(-1) : [])];
}

function fence(lines, at) {
    const [, indent, signs, about] = FENCE.exec(lines[at]) ?? [];
    if (!signs) return null;
    const closes = line => /^ {0,3}(`{3,})\s*$/.exec(line)?.[1].length >= signs.length;
    const end = run(lines, at + 1, line => !closes(line));
    const code = lines.slice(at + 1, end).map(line => line.replace(new RegExp(`^ {0,${indent.length}}`), ''));
    return [{ kind: 'fence', signs, about: about.trim(), code, isClosed: end < lines.length }, end + 1];
}

function quote(lines, at, depth) {
    const end = run(lines, at, line => QUOTE.test(line));
    return end > at ? [{ kind: 'quote', blocks: blocksOf(lines.slice(at, end).map(line => line.replace(QUOTE, '')), depth + 1) }, end] : null;
}

function list(lines, at, depth) {
    const first = itemAt(lines[at]);
    if (!first) return null;
    const items = [];
    for (let item; (item = itemAt(lines[at] ?? '')) && !!item[2] === !!first[2];) {
        const width = item[1].length;
        const end = run(lines, at + 1, line => !line.trim() || line.startsWith(' '.repeat(width)) || line.startsWith('\t'));
        const inner = lines.slice(at + 1, end).map(line => line.replace(new RegExp(`^(?:\t| {0,${width}})`), ''));
        items.push(blocksOf([lines[at].slice(width), ...inner], depth + 1));
        at = end;
    }
    return [{ kind: 'list', number: first[2], items }, at];
}

const itemAt = line => RULE.test(line) ? null : ITEM.exec(line);

function paragraph(lines, at, depth) {
    if (!lines[at].trim()) return [{ kind: 'blank' }, at + 1];
    const begins = line => FENCE.test(line) || depth < DEEPEST && (QUOTE.test(line) || (itemAt(line)?.[2] ?? '1') === '1' && itemAt(line));
    const end = run(lines, at + 1, line => line.trim() && !begins(line));
    return [{ kind: 'paragraph', lines: lines.slice(at, end) }, end];
}

function run(lines, at, belongs) {
    let end = at;
    while (end < lines.length && belongs(lines[end])) end++;
    return end;
}
