import { shortcutOf } from '../base/keyboard.js';
import { insert } from './insert.js';

const LINK = /^(?:https?:\/\/|mailto:)[^\s<>()]+$/i;

/** How a selected text becomes formatted, by a key or a button. @type {Record<string, { label: string, key: string | null, run: (area: HTMLTextAreaElement) => void }>} */
export const FORMATS = {
    bold: { label: 'Bold', key: 'Ctrl B', run: area => wrap(area, '**') },
    italic: { label: 'Italic', key: 'Ctrl I', run: area => wrap(area, '_') },
    strike: { label: 'Struck', key: 'Ctrl Shift X', run: area => wrap(area, '~~') },
    link: { label: 'Link', key: null, run: area => link(area) },
    code: { label: 'Code', key: 'Ctrl E', run: area => wrap(area, '`') },
    block: { label: 'Code block', key: 'Ctrl Shift C', run: area => fence(area) },
    list: { label: 'List', key: null, run: area => prefix(area, () => '- ', /^- /) },
    numbers: { label: 'Numbered list', key: null, run: area => prefix(area, i => `${i + 1}. `, /^\d+\. /) },
    quote: { label: 'Quote', key: null, run: area => prefix(area, () => '> ', /^> ?/) },
};

const KEYS = { 'b': 'bold', 'i': 'italic', 'e': 'code', 'shift x': 'strike', 'shift c': 'block' };

/** @returns {boolean} whether the key formats */
export function formatByKey(area, event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return false;
    const name = KEYS[shortcutOf(event)];
    if (!name) return false;
    event.preventDefault();
    FORMATS[name].run(area);
    return true;
}

/** What a text is called by that is pasted over it: `[text](link)`. Null if that is no link, or nothing is selected. */
export function linked(text, pasted) {
    const address = pasted.trim();
    return text && !/[\n\]]/.test(text) && !LINK.test(text) && LINK.test(address) ? `[${text}](${address})` : null;
}

// Once more takes the marks away. Blanks at the ends stay outside of them, or they would not count as marks.
function wrap(area, mark) {
    const { value, selectionStart: start, selectionEnd: end } = area;
    const size = mark.length;
    if (value.slice(start - size, start) === mark && value.slice(end, end + size) === mark) {
        insert(area, value.slice(start, end), start - size, end + size);
        return area.setSelectionRange(start - size, end - size);
    }
    const [, before, text, after] = /^(\s*)([^]*?)(\s*)$/.exec(value.slice(start, end));
    const isMarked = text.length > 2 * size && text.startsWith(mark) && text.endsWith(mark);
    const made = isMarked ? text.slice(size, -size) : `${mark}${text}${mark}`;
    insert(area, before + made + after, start, end);
    const from = start + before.length + (isMarked ? 0 : size);
    area.setSelectionRange(from, from + made.length - (isMarked ? 0 : 2 * size));
}

function fence(area) {
    const { value, selectionStart: start, selectionEnd: end } = area;
    const before = start === 0 || value[start - 1] === '\n' ? '' : '\n';
    const after = end === value.length || value[end] === '\n' ? '' : '\n';
    const text = value.slice(start, end);
    const marks = '`'.repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map(run => run.length + 1)));
    insert(area, `${before}${marks}\n${text}\n${marks}${after}`, start, end);
    const from = start + before.length + marks.length + 1;
    area.setSelectionRange(from, from + text.length);
}

function link(area) {
    const { value, selectionStart: start, selectionEnd: end } = area;
    const text = value.slice(start, end);
    insert(area, `[${text}]()`, start, end);
    const at = start + (text ? text.length + 3 : 1); // where something is missing: the address, or the words
    area.setSelectionRange(at, at);
}

// Of whole lines; once more takes it away.
function prefix(area, signOf, sign) {
    const { value, selectionStart, selectionEnd } = area;
    const start = value.lastIndexOf('\n', selectionStart - 1) + 1;
    const end = (value.indexOf('\n', selectionEnd) + 1 || value.length + 1) - 1;
    const lines = value.slice(start, end).split('\n');
    const has = lines.every(line => sign.test(line));
    const made = lines.map((line, i) => has ? line.replace(sign, '') : signOf(i) + line).join('\n');
    insert(area, made, start, end);
    if (selectionStart !== selectionEnd) area.setSelectionRange(start, start + made.length);
}
