import './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pendingText } from '../../BlazorChat.Web/wwwroot/js/timeline/pending-text.js';

// As the server writes it, but for the titles and attributes of links.
function shown(text) {
    const main = document.createElement('main');
    main.append(...pendingText(text));
    return main.innerHTML.replaceAll(/<a [^>]*>/g, '<a>');
}

const cases = [
    ['Hello', 'Hello'],
    ['a\nb', 'a<br>b'],
    ['a\n\nb', '<p dir="auto">a</p><p dir="auto">b</p>'],
    ['**bold** *it* _it_ ~~no~~ `**x**`', '<strong>bold</strong> <em>it</em> <em>it</em> <del>no</del> <code dir="ltr">**x**</code>'],
    ['2*3*4 snake_case_name', '2*3*4 snake_case_name'],
    ['<b>x</b>', '&lt;b&gt;x&lt;/b&gt;'],
    ['> a\n> b\nc', '<blockquote dir="auto">a<br>b</blockquote><p dir="auto">c</p>'],
    ['- a\n- b\n  - c\nd', '<ul dir="auto"><li dir="auto">a</li><li dir="auto">b<ul dir="auto"><li dir="auto">c</li></ul></li></ul><p dir="auto">d</p>'],
    ['To do:\n1. a\n2. b', '<p dir="auto">To do:</p><ol dir="auto"><li dir="auto">a</li><li dir="auto">b</li></ol>'],
    ['```js\nlet x;\n\n  y\n```\nafter', '<pre dir="ltr"><code>let x;\n\n  y</code></pre><p dir="auto">after</p>'],
    ['[here](https://a.example) https://b.example/c_d_e.', '<a>here</a> <a>https://b.example/c_d_e</a>.'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['>_< - --- * * *', '&gt;_&lt; - --- * * *'],
    ['* * *', '* * *'],
    ['```', '```'],
];

for (const [text, html] of cases) test(`what is on its way looks as it will: ${JSON.stringify(text)}`, () => assert.equal(shown(text), html));

test('no text takes long', () => {
    for (const sign of ['*a ', '**', '`', '[', '[a](', '> ', '- ', '_a', '~~a', 'https://'])
        pendingText(sign.repeat(4_000).slice(0, 4_000));
});
