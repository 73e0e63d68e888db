import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { beforeEach, test } from 'node:test';
import { elementFrom } from './fakes/dom.js';

globalThis.fetch = async () => new Response(JSON.stringify({ emoji: [{ name: 'parrot', url: '/chat/emoji/parrot?v=1', user_id: 'ada' }, { name: 'b_2', url: '/chat/emoji/b_2?v=1', user_id: null }, { name: 'tada', url: '/t' }, { name: 'rocket', url: '/r' }] }), { headers: { 'Content-Type': 'application/json' } });
const { customEmoji, drawCustom, drawCustomIn, faceOf, mayHaveCustom, writtenIn } = await import('../../BlazorChat.Web/wwwroot/js/emoji/custom-emoji.js');
const { usedEmoji, usualReactions } = await import('../../BlazorChat.Web/wwwroot/js/emoji/emoji-recent.js');

const shown = html => {
    const element = elementFrom(`<div>${html}</div>`);
    drawCustom(element);
    return [...element.childNodes].map(node => node.alt ?? node.textContent).join('|');
};

beforeEach(() => customEmoji());

test('names become pictures, wherever they stand', () => {
    assert.equal(shown('so :parrot: it'), 'so |:parrot:| it');
    assert.equal(shown(':parrot::b_2:').replaceAll('||', '|'), '|:parrot:|:b_2:|');
    assert.equal(shown('a :no:parrot: b :no :parrot:').replace(/\|$/, ''), 'a :no:parrot: b :no |:parrot:');
});

// The same table as the server's emoji pass: ShortcodesTests.
const { cases } = JSON.parse(readFileSync(new URL('../Shared/emoji-cases.json', import.meta.url)));
const SIGNS = { ':tada:': '🎉', ':rocket:': '🚀' };
for (const { name, text, shown: expected } of cases)
    test(`a name within a word is none: ${name}`, () => {
        const element = elementFrom('<div></div>');
        element.textContent = text;
        drawCustom(element);
        assert.equal([...element.childNodes].map(node => SIGNS[node.alt] ?? node.textContent).join(''), expected);
    });

test('a name counts in a list, too, where the next element goes on with a letter', async () => {
    const item = elementFrom('<span><span>Ada reacted :parrot:</span><span>Lunch?</span></span>');
    await drawCustomIn([item]);
    assert.equal(item.querySelector('img')?.alt, ':parrot:');
});

test('other names, code and addresses stay', () => {
    assert.equal(shown(':heart: 10:30:45'), ':heart: 10:30:45');
    const code = elementFrom('<div><code>:parrot:</code><pre>:parrot:</pre></div>');
    drawCustom(code);
    assert.equal(code.querySelector('img'), null);
    const links = elementFrom('<div><a href="https://x.example/:parrot:">https://x.example/:parrot:</a> <a href="https://x.example" title="https://x.example">the :parrot:</a></div>');
    drawCustom(links);
    assert.equal(links.querySelector('a').textContent, 'https://x.example/:parrot:');
    assert.equal(links.querySelectorAll('img').length, 1);
});

test('a picture whose emoji is gone is its name again', () => {
    const element = elementFrom('<div>so <img class="custom-emoji" alt=":gone:"> <img class="custom-emoji" alt=":parrot:"></div>');
    drawCustom(element);
    assert.equal(element.textContent, 'so :gone: ');
    assert.equal(element.querySelectorAll('img').length, 1);
});

test('what could have none is not looked through', () => {
    assert.ok(mayHaveCustom('x :ab: y'));
    for (const text of ['10:30', ':a:', ':Ab:', 'a : b : c']) assert.ok(!mayHaveCustom(text), text);
});

test('in a list of which each item is a link they are drawn, but not in names of people', async () => {
    const item = elementFrom('<a class="found-open" href="room/x"><span class="found-what"><bdi class="name">:parrot:</bdi> said <mark>:b_2:</mark></span></a>');
    drawCustomIn(item.querySelectorAll('.found-what'));
    await customEmoji();
    assert.equal(item.querySelectorAll('img').length, 1);
    assert.equal(item.querySelector('mark img').alt, ':b_2:');
    assert.equal(writtenIn(item), ':parrot: said :b_2:');
});

test('those used last are offered with their pictures, while there are any', async () => {
    usedEmoji(':gone:');
    usedEmoji(':parrot:');
    assert.deepEqual(usualReactions(3), [':parrot:', '👍', '❤️']);
    assert.equal(faceOf(':parrot:').alt, ':parrot:');
    assert.equal(faceOf('👍'), '👍');
    assert.equal(faceOf(':gone:'), ':gone:');
});
