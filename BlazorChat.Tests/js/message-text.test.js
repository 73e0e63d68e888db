import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptOf, newsOf, showText, textOf, wordsOf } from '../../BlazorChat.Web/wwwroot/js/timeline/message-text.js';

function article(html, source) {
    const one = elementFrom(`<article><div class="text">${html}</div></article>`);
    if (source) one.querySelector('.text').dataset.source = source;
    return one;
}

test('what was written is kept beside what is formatted', () => {
    assert.equal(textOf(article('<strong>Hi</strong>', '**Hi**')), '**Hi**');
    assert.equal(textOf(article('Hi<br>there')), 'Hi\nthere');
    assert.equal(textOf(article('Hi <span class="mention" title="@ada">@Ada L</span>')), 'Hi @ada');
});

test('its words are in lines, without signs', () => {
    const html = '<p dir="auto">To do:</p><ul dir="auto"><li dir="auto">one<ul dir="auto"><li dir="auto">two</li></ul></li><li dir="auto"><strong>three</strong></li></ul><pre dir="ltr"><code>x = 1;</code></pre>';
    assert.equal(wordsOf(article(html, '...')).replaceAll(/\n+/g, '|'), 'To do:|one|two|three|x = 1;');
    assert.equal(newsOf({ username: 'ada', display_name: 'Ada', html, file_name: null }), 'Ada: To do: one two three x = 1;');
});

test('a text is shown with what was written', () => {
    const one = article('Before');
    showText(one.querySelector('.text'), { text: '*After*', html: '<em>After</em>' });
    assert.deepEqual([textOf(one), wordsOf(one)], ['*After*', 'After']);
});

test('its beginning is cut where the server cuts it', () => {
    const cases = { abcde: 'abcde', abcdef: 'abcde…', '👍👍👍👍👍': '👍👍👍👍👍', '👍👍👍👍👍👍': '👍👍👍👍👍…', ' a\n b ': 'a b' };
    for (const [text, excerpt] of Object.entries(cases)) assert.equal(excerptOf(text, 5), excerpt);
});
