import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementFrom } from './fakes/dom.js';
import { isInCode } from '../../BlazorChat.Web/wwwroot/js/writing/code-places.js';
import { Completion } from '../../BlazorChat.Web/wwwroot/js/writing/completion.js';
import { emojiSource } from '../../BlazorChat.Web/wwwroot/js/writing/emoji-source.js';
import { smileyAt } from '../../BlazorChat.Web/wwwroot/js/writing/smileys.js';

const source = {
    label: 'Words', at: (text, caret) => /!\w*$/.test(text.slice(0, caret)) ? { start: text.lastIndexOf('!'), word: text.slice(text.lastIndexOf('!') + 1, caret) } : null,
    find: word => ['one', 'other'].filter(one => one.startsWith(word)), draw: word => [document.createTextNode(word)], write: word => word.toUpperCase(),
};
const written = text => emojiSource.at(text, text.length);

function field() {
    document.body.replaceChildren(elementFrom('<div><textarea></textarea></div>'));
    const area = document.querySelector('textarea');
    const completion = new Completion(area, 'list', [source]);
    area.addEventListener('input', () => completion.update());
    const type = text => {
        area.value = text;
        area.setSelectionRange(text.length, text.length);
        area.dispatchEvent(new Event('input'));
    };
    const key = name => completion.key(new KeyboardEvent('keydown', { key: name, cancelable: true }));
    return { area, type, key, list: document.querySelector('#list') };
}

test('what is being written is offered, and Enter writes what is chosen', () => {
    const { area, type, key, list } = field();
    type('say !o');
    assert.equal(list.hidden, false);
    assert.deepEqual([...list.children].map(one => one.textContent), ['one', 'other']);
    assert.ok(key('ArrowDown'));
    assert.ok(key('Enter'));
    assert.equal(area.value, 'say OTHER ');
    assert.equal(list.hidden, true);
    assert.ok(!key('Enter'));
});

test('what was dismissed is not offered for the same word again', () => {
    const { type, key, list } = field();
    type('!o');
    assert.ok(key('Escape'));
    type('!ot');
    assert.equal(list.hidden, true);
    type('!ot !o');
    assert.equal(list.hidden, false);
});

test('an emoji is offered from its second letter on, outside of code, words and times', () => {
    assert.deepEqual(written('so :ta'), { start: 3, word: 'ta' });
    assert.deepEqual(written('好:ta'), { start: 1, word: 'ta' });
    for (const text of ['so :t', ':)', '10:30', 'std::on', 'http://ex', '`:ta', '```\n:ta']) assert.equal(written(text), null, text);
});

test('code is what stands in an open fence or after an odd backtick', () => {
    for (const text of ['```\nx', '> ```\n> x', 'a `b', '```\n`x']) assert.ok(isInCode(text, text.length), text);
    for (const text of ['~~~ js\nx', '```\nx\n```\ny', 'a `b` c', 'a `b\nc']) assert.ok(!isInCode(text, text.length), text);
});

test('a face is a word of its own', () => {
    assert.deepEqual(smileyAt('so :)'), { signs: ':)', emoji: '🙂' });
    assert.deepEqual(smileyAt(':-p'), { signs: ':-p', emoji: '😛' });
    assert.deepEqual(smileyAt('I <3'), { signs: '<3', emoji: '❤️' });
    for (const text of ['a:)', 'longer', '10:3', ':) ', '(see http:/']) assert.equal(smileyAt(text), null, text);
});
