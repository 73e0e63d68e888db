import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementFrom } from './fakes/dom.js';
import { FORMATS, formatByKey, linked } from '../../BlazorChat.Web/wwwroot/js/writing/format.js';
import { breakLine, goesOn, isEnterALine } from '../../BlazorChat.Web/wwwroot/js/writing/lines.js';

// What is selected stands between brackets, the caret is a bar.
function field(drawn) {
    document.body.replaceChildren(elementFrom('<textarea></textarea>'));
    const area = document.querySelector('textarea');
    const [start, end] = drawn.includes('|') ? [drawn.indexOf('|'), drawn.indexOf('|')] : [drawn.indexOf('⟦'), drawn.indexOf('⟧') - 1];
    area.value = drawn.replace(/[|⟦⟧]/g, '');
    area.setSelectionRange(start, end);
    return area;
}
const drawn = ({ value, selectionStart: start, selectionEnd: end }) =>
    start === end ? `${value.slice(0, start)}|${value.slice(start)}` : `${value.slice(0, start)}⟦${value.slice(start, end)}⟧${value.slice(end)}`;
const after = (before, act) => {
    const area = field(before);
    act(area);
    return drawn(area);
};

for (const [format, before, made] of [
    ['bold', 'a ⟦word⟧ b', 'a **⟦word⟧** b'], ['bold', 'a **⟦word⟧** b', 'a ⟦word⟧ b'], ['bold', '⟦**word**⟧', '⟦word⟧'], ['bold', 'so |', 'so **|**'],
    ['italic', '⟦ word ⟧', ' _⟦word⟧_ '], ['strike', '⟦a b⟧', '~~⟦a b⟧~~'], ['code', '⟦x⟧', '`⟦x⟧`'],
    ['block', 'say ⟦x\ny⟧ now', 'say \n```\n⟦x\ny⟧\n```\n now'], ['block', '|', '```\n|\n```'], ['block', '⟦a ``` b⟧', '````\n⟦a ``` b⟧\n````'],
    ['link', 'see ⟦this⟧', 'see [this](|)'], ['link', '|', '[|]()'],
    ['list', 'a\n⟦b\nc⟧\nd', 'a\n⟦- b\n- c⟧\nd'], ['list', '⟦- b\n- c⟧', '⟦b\nc⟧'], ['numbers', '⟦b\nc⟧', '⟦1. b\n2. c⟧'], ['quote', 'b|', '> b|'],
]) test(`${format} makes “${made}” of “${before}”`, () => assert.equal(after(before, area => FORMATS[format].run(area)), made));

test('keys format, and all others do not', () => {
    const press = (key, more) => formatByKey(field('⟦x⟧'), new KeyboardEvent('keydown', { key, ctrlKey: true, cancelable: true, ...more }));
    for (const [key, shiftKey] of [['b', false], ['i', false], ['e', false], ['X', true], ['C', true]]) assert.ok(press(key, { shiftKey }), key);
    assert.ok(!press('b', { ctrlKey: false }));
    assert.ok(!press('c', {}));
    assert.ok(!press('x', { altKey: true, shiftKey: true }));
});

test('a link over a selected text is called by it', () => {
    assert.equal(linked('our plan', ' https://example.org/a '), '[our plan](https://example.org/a)');
    assert.equal(linked('', 'https://example.org'), null);
    assert.equal(linked('our plan', 'no link'), null);
    assert.equal(linked('https://old.example', 'https://example.org'), null);
    assert.equal(linked('a ] b', 'https://example.org'), null);
});

test('lists and quotes go on, and an empty item ends them', () => {
    for (const [line, next] of [['- one', '- '], ['  * one', '  * '], ['9. one', '10. '], ['2) one', '3) '], ['> said', '> '], ['> - one', '> - '], ['plain', ''], ['  in', '']])
        assert.deepEqual(goesOn(line), { next, isEmpty: false }, line);
    for (const line of ['- ', '3. ', '> ', '> - ']) assert.ok(goesOn(line).isEmpty, line);
    assert.equal(after('- one|', breakLine), '- one\n- |');
    assert.equal(after('- one\n- |', breakLine), '- one\n|');
    assert.equal(after('one|', breakLine), 'one|');
});

test('Enter is a line in a code block until it is closed, and keeps the indentation', () => {
    assert.ok(isEnterALine(field('```js|')));
    assert.ok(isEnterALine(field('```\nx|')));
    assert.ok(!isEnterALine(field('```\nx\n```|')));
    assert.ok(!isEnterALine(field('```x```|')));
    assert.ok(!isEnterALine(field('plain|')));
    assert.equal(after('```\n  x|', breakLine), '```\n  x\n  |');
    assert.equal(after('```|', breakLine), '```\n|');
});
