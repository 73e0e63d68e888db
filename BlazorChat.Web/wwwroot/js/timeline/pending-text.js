const LONGEST = 4_000; // what is longer is shown as it was written, until the server answers
const DEEPEST = 16;
const FENCE = /^ {0,3}(`{3,})[\w+#.-]{0,32}\s*$/;
const QUOTE = /^ {0,3}>(?: |$|(?=[>\p{L}\p{N}]))/u;
const ITEM = /^( {0,3}(?:[-*]|(\d{1,9})[.)]) +)(?=\S)/;
const INLINE = new RegExp([
    '(?<!`)(?<ticks>`{1,3})(?!`)(?<code>.+?)(?<!`)\\k<ticks>(?!`)', '(?<!\\*)\\*\\*(?![\\s*])(?<strong>.+?)(?<![\\s*])\\*\\*(?!\\*)', '(?<!~)~~(?![\\s~])(?<del>.+?)(?<!\\s)~~',
    '(?<![\\w*])\\*(?![\\s*])(?<em>[^*]+?)(?<!\\s)\\*(?![\\w*])', '(?<!\\w)_(?![\\s_])(?<under>[^_]+?)(?<!\\s)_(?!\\w)',
    '\\[(?<words>[^\\[\\]\\n]+)\\]\\((?<to>(?:https?://|mailto:)[^\\s()<>"]+)\\)', '(?<![\\w_])(?<address>https?://[^\\s<>"`]*[^\\s<>"`.,;:!?\'*_~)\\]])',
].join('|'), 'gsu');

/**
 * What is on its way, as the server will probably show it: its blocks, so that nothing moves when the answer comes, and the common signs.
 * All other signs stay as they were written.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function pendingText(text) {
    return text.length > LONGEST ? linesOf(text) : blocks(text.split('\n'), 0);
}

const linesOf = text => text.split('\n').flatMap((line, i) => i ? [document.createElement('br'), line] : [line]);

function blocks(lines, depth) {
    const found = [];
    for (let at = 0; at < lines.length;) {
        const [read, next] = depth < DEEPEST && (fence(lines, at) ?? quote(lines, at, depth) ?? list(lines, at, depth)) || paragraph(lines, at, depth);
        if (read) found.push(read);
        at = next;
    }
    // One paragraph alone has no element around it.
    return found.length === 1 && found[0].localName === 'p' ? [...found[0].childNodes] : found;
}

function fence(lines, at) {
    const open = FENCE.exec(lines[at])?.[1];
    if (!open) return null;
    let end = at + 1;
    while (end < lines.length && !(FENCE.exec(lines[end])?.[1] === lines[end].trim() && lines[end].trim().length >= open.length)) end++;
    const code = lines.slice(at + 1, end).join('\n');
    return code.trim() ? [element('pre', 'ltr', element('code', null, code)), end + 1] : null;
}

function quote(lines, at, depth) {
    const end = run(lines, at, line => QUOTE.test(line));
    return end > at ? [element('blockquote', 'auto', ...blocks(lines.slice(at, end).map(line => line.replace(QUOTE, '')), depth + 1)), end] : null;
}

function list(lines, at, depth) {
    const first = ITEM.exec(lines[at]);
    if (!first || /^\s*(?:-\s*|\*\s*){3,}$/.test(lines[at])) return null;
    const all = element(first[2] ? 'ol' : 'ul', 'auto');
    if (first[2] && first[2] !== '1') all.start = Number(first[2]);
    for (let item; (item = ITEM.exec(lines[at] ?? '')) && !!item[2] === !!first[2];) {
        const width = item[1].length;
        const own = line => line.startsWith(' '.repeat(width)) || line.startsWith('\t');
        const end = run(lines, at + 1, own);
        const [head, ...inner] = [lines[at].slice(width), ...lines.slice(at + 1, end).map(line => line.replace(new RegExp(`^(?:\t| {${width}})`), ''))];
        const content = blocks([head, ...inner], depth + 1);
        const lone = content[0]?.localName === 'p' && content.filter(one => one.localName === 'p').length === 1;
        all.append(element('li', 'auto', ...lone ? [...content[0].childNodes, ...content.slice(1)] : content));
        at = end;
    }
    return [all, at];
}

function paragraph(lines, at, depth) {
    const begins = line => depth < DEEPEST && (FENCE.test(line) || QUOTE.test(line) || ITEM.test(line));
    const end = run(lines, at + 1, line => line.trim() && !begins(line));
    return lines[at].trim() ? [element('p', 'auto', ...inline(lines.slice(at, end).map(line => line.trimEnd()).join('\n'))), end] : [null, at + 1];
}

function inline(text) {
    const parts = [];
    let told = 0;
    for (const { 0: whole, index, groups } of text.matchAll(INLINE)) {
        parts.push(...linesOf(text.slice(told, index)), shown(whole, groups));
        told = index + whole.length;
    }
    return [...parts, ...linesOf(text.slice(told))].filter(part => part !== '');
}

function shown(whole, { code, strong, del, em, under, words, to, address }) {
    if (code) return element('code', 'ltr', code.replaceAll('\n', ' '));
    if (strong) return element('strong', null, ...inline(strong));
    if (del) return element('del', null, ...inline(del));
    if (em ?? under) return element('em', null, ...inline(em ?? under));
    const link = element('a', null, words ?? address ?? whole);
    return Object.assign(link, { href: to ?? address, target: '_blank', rel: 'noopener noreferrer nofollow' });
}

function run(lines, at, belongs) {
    let end = at;
    while (end < lines.length && belongs(lines[end])) end++;
    return end;
}

function element(name, dir, ...content) {
    const made = document.createElement(name);
    if (dir) made.dir = dir;
    made.append(...content);
    return made;
}
