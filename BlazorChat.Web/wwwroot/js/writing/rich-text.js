const RICH = 'a[href], b, strong, i, em, s, del, strike, code, pre, ul, ol, blockquote, table, h1, h2, h3, h4, h5, h6';
const BLOCKS = /^(P|DIV|UL|OL|LI|BLOCKQUOTE|PRE|TABLE|H[1-6]|SECTION|ARTICLE|HEADER|FOOTER|MAIN|FIGURE|DL|DT|DD|HR|TR)$/;
const SKIPPED = /^(STYLE|SCRIPT|TITLE|META|LINK|HEAD|TEMPLATE|IFRAME|OBJECT|BUTTON|INPUT|SELECT|SVG)$/i;
const MARKS = { B: '**', STRONG: '**', I: '_', EM: '_', S: '~~', DEL: '~~', STRIKE: '~~' };
const DEEPEST = 60;

/**
 * What was copied from a page, a document or a spreadsheet, as the chat writes it.
 * @param {string} html from the clipboard
 * @returns {string | null} null: there is nothing in it that plain text does not say
 */
export function markdownOf(html) {
    const { body } = new DOMParser().parseFromString(html, 'text/html'); // nothing in it runs or is loaded
    for (const element of [...body.querySelectorAll('*')]) if (SKIPPED.test(element.tagName)) element.remove();
    if (![...body.querySelectorAll(RICH)].some(element => !isPlainAfterAll(element))) return null;
    const text = blocksOf(body, 0).replace(/(?<![ \t])[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
    return text || null;
}

// Google's documents come wrapped in a <b> that is none.
const isPlainAfterAll = element => /^(B|STRONG)$/.test(element.tagName) && /font-weight:\s*(normal|400)/.test(element.getAttribute('style') ?? '');

function blocksOf(parent, depth) {
    if (depth > DEEPEST) return parent.textContent;
    const pieces = []; // joined once: a document has thousands
    for (const node of parent.childNodes) {
        const isBlock = BLOCKS.test(node.tagName ?? '');
        const piece = isBlock ? blockOf(node, depth + 1) : inlineOf(node, depth + 1);
        if (isBlock && piece) pieces.push(endLine(pieces) ? gap(node) : '', piece, gap(node).length > 1 ? '\n\n' : '\n');
        else pieces.push((pieces.at(-1) ?? '\n').endsWith('\n') ? piece.replace(/^ +/, '') : piece);
        while (pieces.at(-1) === '') pieces.pop();
    }
    return pieces.join('');
}

/** Takes the blanks at the end away. @returns {number} how many pieces there were */
function endLine(pieces) {
    const { length } = pieces;
    while (pieces.length > 0) {
        const rest = pieces.pop().replace(/[ \n]+$/, '');
        if (rest) return pieces.push(rest);
    }
    return length;
}

// Lines of a list or of a mail stand close together, paragraphs apart.
const gap = ({ tagName }) => /^(LI|DIV|TR|DT|DD)$/.test(tagName) ? '\n' : '\n\n';

function blockOf(element, depth) {
    const name = element.tagName;
    if (name === 'PRE') return fenced(element.textContent.replace(/\n$/, ''), languageOf(element));
    if (name === 'TABLE') return tableOf(element);
    if (name === 'UL' || name === 'OL') return listOf(element, depth);
    if (name === 'HR') return '';
    const inside = blocksOf(element, depth).trim();
    if (!inside) return '';
    if (name === 'BLOCKQUOTE') return inside.split('\n').map(line => `> ${line}`.trimEnd()).join('\n');
    return /^H[1-6]$/.test(name) ? `**${inside.replaceAll('**', '').replace(/\n+/g, ' ')}**` : inside;
}

function listOf(list, depth) {
    const items = [...list.children].filter(({ tagName }) => /^(LI|UL|OL)$/.test(tagName));
    let number = Number(list.getAttribute('start') ?? 1) || 1;
    return items.map(item => {
        const isList = item.tagName !== 'LI';
        const sign = list.tagName === 'OL' ? `${number}. ` : '- ';
        const inside = (isList ? listOf(item, depth + 1) : blocksOf(item, depth + 1)).trim().replace(/\n{2,}/g, '\n').replaceAll('\n', `\n${' '.repeat(sign.length)}`);
        if (isList) return `  ${inside}`;
        number++;
        return sign + inside;
    }).join('\n');
}

// The chat has no tables: columns stand in line in a block of code. A single cell is its text.
function tableOf(table) {
    const rows = [...table.querySelectorAll('tr')].map(row => [...row.children].filter(({ tagName }) => /^T[HD]$/.test(tagName)).map(cell => cell.textContent.replace(/\s+/g, ' ').trim()));
    const filled = rows.filter(row => row.some(Boolean));
    if (filled.length === 0) return '';
    if (filled.every(row => row.length === 1)) return filled.map(([cell]) => cell).join('\n');
    const widths = [];
    for (const row of filled) row.forEach((cell, i) => widths[i] = Math.max(widths[i] ?? 0, widthOf(cell)));
    return fenced(filled.map(row => row.map((cell, i) => i === row.length - 1 ? cell : cell + ' '.repeat(widths[i] - widthOf(cell))).join('  ').trimEnd()).join('\n'));
}

// Chinese, Japanese and Korean letters and emoji are twice as wide where all letters are of one width.
const widthOf = text => [...text].reduce((sum, sign) => sum + (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(sign) ? 2 : /\p{M}/u.test(sign) ? 0 : 1), 0);

function fenced(code, language = '') {
    const marks = '`'.repeat(Math.max(3, ...(code.match(/`+/g) ?? []).map(run => run.length + 1)));
    return `${marks}${language}\n${code}\n${marks}`;
}

// As HTML recommends it, and as GitHub has it.
function languageOf(pre) {
    const names = [pre.querySelector('code'), pre, pre.parentElement].flatMap(element => [...element?.classList ?? []]);
    const language = names.map(name => /^(?:language|lang|highlight-source)-([A-Za-z0-9+#._-]{1,32})$/.exec(name)?.[1]).find(Boolean);
    return language && !/^(?:none|plain|plaintext|text)$/i.test(language) ? language : '';
}

function inlineOf(node, depth) {
    if (node.nodeType === Node.TEXT_NODE) return node.data.replace(/\s+/g, ' ');
    if (node.nodeType !== Node.ELEMENT_NODE) return '';
    if (node.tagName === 'BR') return '\n';
    if (node.tagName === 'IMG') return /^\S{1,8}$/.test(node.alt ?? '') && /\p{Extended_Pictographic}/u.test(node.alt) ? node.alt : '';
    if (node.tagName === 'CODE') return codeOf(node.textContent.replace(/\s+/g, ' '));
    const inside = blocksOf(node, depth);
    if (node.tagName === 'A') return linkOf(node, inside);
    const mark = isPlainAfterAll(node) ? null : MARKS[node.tagName];
    return mark ? marked(inside, mark) : inside;
}

function marked(text, mark) {
    const [, before, inside, after] = /^(\s*)([^]*?)(\s*)$/.exec(text);
    return inside && !inside.includes('\n') && !inside.startsWith(mark) ? `${before}${mark}${inside}${mark}${after}` : text;
}

function codeOf(text) {
    const marks = '`'.repeat(text.includes('`') ? Math.max(...text.match(/`+/g).map(run => run.length)) + 1 : 1);
    const space = text.includes('`') ? ' ' : '';
    return text.trim() ? `${marks}${space}${text}${space}${marks}` : text;
}

function linkOf(link, inside) {
    const address = link.getAttribute('href')?.trim() ?? '';
    const text = inside.trim().replace(/\s*\n+\s*/g, ' ');
    if (!/^(https?:\/\/|mailto:)[^\s<>()]+$/i.test(address) || !text || /[[\]]/.test(text)) return inside;
    const bare = text => text.replace(/^(https?:\/\/|mailto:)/i, '').replace(/\/$/, '');
    return bare(text) === bare(address) ? address.replace(/^mailto:/i, '') : `[${text}](${address})`;
}
