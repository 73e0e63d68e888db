// Writes folding.txt: what letters become when case, accents and width do not count. The program runs without ICU, where
// Normalize leaves everything as it is, so Unicode's own tables are asked here, once: node folding.mjs
import { writeFileSync } from 'node:fs';

// Marks that are accents. Those of Indian and other scripts are vowels: without them it would be another word.
const ACCENTS = /[\u0300-\u036F\u0483-\u0489\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0610-\u061A\u0640\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E8\u06EA-\u06ED\u1AB0-\u1AFF\u1DC0-\u1DFF\u20D0-\u20FF\uFE20-\uFE2F]/gu;

// Letters that Unicode does not take apart, and punctuation that phones and word processors put in place of plain one.
const OTHERS = {
    ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', ŧ: 't', ƀ: 'b', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ς: 'σ',
    '\u2010': '-', '\u2011': '-', '\u2012': '-', '\u2013': '-', '\u2014': '-', '\u2212': '-', '\u2044': '/',
    '\u2018': "'", '\u2019': "'", '\u201A': "'", '\u02BC': "'", '\u201C': '"', '\u201D': '"', '\u201E': '"',
};

// Kana with a voicing mark, and the Cyrillic short i and u, are letters of their own.
const isWhole = code => (code >= 0x3040 && code <= 0x30FF) || [0x419, 0x439, 0x40E, 0x45E].includes(code);

// Hangul is put together by the program; the letters of the Korean keyboard stay as they are.
const isKorean = code => (code >= 0x1100 && code <= 0x11FF) || (code >= 0x3130 && code <= 0x318F) ||
    (code >= 0xA960 && code <= 0xA97F) || (code >= 0xAC00 && code <= 0xD7FF) || (code >= 0xFFA0 && code <= 0xFFDC);

function fold(letter) {
    const code = letter.codePointAt(0);
    if (isKorean(code)) return letter;
    if (isWhole(code)) return letter.toLowerCase();
    if (code >= 0xFF65 && code <= 0xFF9F) return letter.normalize('NFKC');
    let folded = letter;
    for (let before = ''; before !== folded;) {
        before = folded;
        folded = [...folded.normalize('NFKD').toLowerCase().normalize('NFKD').replace(ACCENTS, '')].map(each => OTHERS[each] ?? each).join('');
        folded = [...folded].map(each => isWhole(each.codePointAt(0)) ? each : each.toLowerCase()).join('');
    }
    return folded.normalize('NFC').replace(ACCENTS, '');
}

const families = new Map();
for (let code = 0x80; code <= 0x10FFFF; code++) {
    if (code >= 0xD800 && code <= 0xDFFF) continue;
    const letter = String.fromCodePoint(code);
    const folded = fold(letter);
    // What becomes nothing, or a space and something, is left to the program.
    if (folded === letter || folded === '' || /\s/u.test(folded)) continue;
    families.set(folded, (families.get(folded) ?? '') + letter);
}
const lines = [...families].sort(([a], [b]) => (a < b ? -1 : 1)).map(([folded, letters]) => `${folded} ${letters}\n`);
writeFileSync(new URL('folding.txt', import.meta.url), lines.join(''));
