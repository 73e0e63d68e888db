// Renews the emoji picker, its data and the server's table of names: change the versions in package.json, then
// `npm install --ignore-scripts && node renew.mjs`. What it writes is committed, so that nobody needs npm to run the chat.
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';

const here = path => new URL(path, import.meta.url);
execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: here('.'), stdio: 'inherit' });

const read = path => readFileSync(here(`node_modules/${path}`), 'utf8');
const site = path => here(`../../BlazorChat.Web/wwwroot/vendor/emoji/${path}`);

const PARTS = 2; // skin tones alone, which nobody offers

// One script instead of two: the database goes into the picker in the place of its import.
const database = read('emoji-picker-element/database.js').replace(/^export .*$/m, 'return Database;').replace(/^\/\/# source.*$/m, '');
const picker = read('emoji-picker-element/picker.js').replace(/^\/\/# source.*$/m, '');
const within = picker.replace("import Database from './database.js';", () => `const Database = (() => {\n${database}\n})();`);
if (within === picker || !database.includes('return Database;')) throw new Error('The picker is not built as it was: look at its imports and exports.');
writeFileSync(site('emoji-picker.js'), `// emoji-picker-element, Apache-2.0: see LICENSE.picker.txt\n${within}`);
cpSync(here('node_modules/emoji-picker-element/LICENSE'), site('LICENSE.picker.txt'));
cpSync(here('node_modules/emoji-picker-element-data/LICENSE'), site('LICENSE.data.txt'));

// GitHub has no names yet for the newest: theirs are those of Unicode.
const unicode = new Map(JSON.parse(read('emoji-picker-element-data/en/cldr/data.json')).map(one => [one.order, one.shortcodes]));
const taken = new Set();
const emoji = JSON.parse(read('emoji-picker-element-data/en/github/data.json')).filter(({ group }) => group !== PARTS).map(one => ({
    ...one,
    emoji: qualified(one.emoji),
    shortcodes: named(one),
    ...(one.skins && { skins: one.skins.map(skin => ({ ...skin, emoji: qualified(skin.emoji) })) }),
}));
writeFileSync(site('emoji.json'), `[${emoji.map(one => JSON.stringify(one)).join(',\n')}]\n`);
writeFileSync(here('../../BlazorChat.Core/Formatting/shortcodes.txt'), emoji.map(one => `${one.emoji} ${one.shortcodes.join(' ')}\n`).join(''));
console.log(`${emoji.length} emoji, ${taken.size} names`);

function named({ order, annotation, shortcodes }) {
    const names = shortcodes ?? unicode.get(order)?.filter(name => !taken.has(name)) ?? [];
    const wrong = names.find(name => taken.has(name) || !/^[a-z0-9_+-]+$/.test(name));
    if (names.length === 0 || wrong) throw new Error(`No good name for ${annotation}: ${names}`);
    names.forEach(name => taken.add(name));
    return names;
}

/** Unicode's fully qualified form, as the server stores reactions: U+FE0F where it is needed, and nowhere else. */
function qualified(text) {
    const signs = [...text].filter(sign => sign !== '\uFE0F');
    const isToned = i => /^\p{Emoji_Modifier}$/u.test(signs[i + 1] ?? '');
    const isShownAsText = sign => /^\p{Emoji}$/u.test(sign) && !/^[\p{Emoji_Presentation}\p{Emoji_Modifier}\p{Regional_Indicator}]$/u.test(sign);
    return signs.map((sign, i) => isShownAsText(sign) && !isToned(i) ? `${sign}\uFE0F` : sign).join('');
}
