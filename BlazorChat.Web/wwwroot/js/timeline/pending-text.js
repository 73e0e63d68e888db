import { blocksOf } from '../writing/blocks.js';
import { codeIn } from '../writing/code-places.js';

const LONGEST = 4_000; // what is longer is shown as it was written, until the server answers
const LANGUAGE = /^[A-Za-z0-9+#._-]{1,32}$/;
// In the place of code, which is read first, stands its number between characters that no text has.
const CODE = /\0(\d+)\0/;
const INLINE = new RegExp([
    '(?<!\\*)\\*\\*(?![\\s*])(?<strong>.+?)(?<![\\s*])\\*\\*(?!\\*)', '(?<!~)~~(?![\\s~])(?<del>.+?)(?<!\\s)~~',
    '(?<![\\w*])\\*(?![\\s*])(?<em>[^*]+?)(?<!\\s)\\*(?![\\w*])', '(?<!\\w)_(?![\\s_])(?<under>[^_]+?)(?<!\\s)_(?!\\w)',
    '\\[(?<words>[^\\[\\]\\n]+)\\]\\((?<to>(?:https?://|mailto:)[^\\s()<>"\\0]+)\\)', '(?<![\\w_])(?<address>https?://[^\\s<>"`\\0]*[^\\s<>"`\\0.,;:!?\'*_~)\\]])',
].join('|'), 'gsu');

/**
 * What is on its way, as the server will probably show it: its blocks, so that nothing moves when the answer comes, and the common signs.
 * All other signs stay as they were written.
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function pendingText(text) {
    return text.length > LONGEST ? linesOf(text) : shownBlocks(blocksOf(text.replaceAll('\0', '').split('\n')));
}

const linesOf = text => text.split('\n').flatMap((line, i) => i ? [document.createElement('br'), line] : [line]);

// One paragraph alone has no element around it.
function shownBlocks(blocks) {
    const found = blocks.flatMap(shownBlock);
    return found.length === 1 && found[0].localName === 'p' ? [...found[0].childNodes] : found;
}

function shownBlock(block) {
    switch (block.kind) {
        case 'fence': return fence(block);
        case 'quote': return element('blockquote', 'auto', ...shownBlocks(block.blocks));
        case 'list': return list(block);
        case 'paragraph': return element('p', 'auto', ...inline(block.lines.map(line => line.trimEnd()).join('\n')));
        default: return [];
    }
}

// Nothing that was written beside a fence is lost; some write the closing one right behind the code; one without code is text.
function fence({ signs, about, code, isClosed }) {
    const lines = about && !LANGUAGE.test(about) ? [about, ...code] : [...code];
    if (!isClosed && lines.at(-1)?.trimEnd().endsWith(signs)) lines.push(lines.pop().trimEnd().slice(0, -signs.length));
    return lines.some(line => line.trim()) ? element('pre', 'ltr', element('code', null, lines.join('\n'))) : element('p', 'auto', signs + about);
}

function list({ number, items }) {
    const all = element(number ? 'ol' : 'ul', 'auto');
    if (number && Number(number) !== 1) all.start = Number(number);
    all.append(...items.map(item => {
        const content = item.flatMap(shownBlock);
        const lone = content[0]?.localName === 'p' && content.filter(one => one.localName === 'p').length === 1;
        return element('li', 'auto', ...lone ? [...content[0].childNodes, ...content.slice(1)] : content);
    }));
    return all;
}

function inline(text) {
    const { spans } = codeIn(text);
    const marked = spans.reduceRight((rest, { start, end }, i) => `${rest.slice(0, start)}\0${i}\0${rest.slice(end)}`, text);
    return marks(marked, spans).filter(part => part !== '');
}

function marks(text, codes) {
    const parts = [];
    let told = 0;
    for (const { 0: whole, index, groups } of text.matchAll(INLINE)) {
        parts.push(...words(text.slice(told, index), codes), shown(groups, codes));
        told = index + whole.length;
    }
    return [...parts, ...words(text.slice(told), codes)];
}

const words = (text, codes) => text.split(CODE).flatMap((part, i) => i % 2 ? [element('code', 'ltr', codes[part].code)] : linesOf(part));

function shown({ strong, del, em, under, words: called, to, address }, codes) {
    if (strong) return element('strong', null, ...marks(strong, codes));
    if (del) return element('del', null, ...marks(del, codes));
    if (em ?? under) return element('em', null, ...marks(em ?? under, codes));
    const link = element('a', null, ...called ? words(called, codes) : [address]);
    return Object.assign(link, { href: to ?? address, target: '_blank', rel: 'noopener noreferrer nofollow' });
}

function element(name, dir, ...content) {
    const made = document.createElement(name);
    if (dir) made.dir = dir;
    made.append(...content);
    return made;
}
