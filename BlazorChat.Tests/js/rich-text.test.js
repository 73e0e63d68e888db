import assert from 'node:assert/strict';
import { test } from 'node:test';
import './fakes/dom.js';
import { markdownOf } from '../../BlazorChat.Web/wwwroot/js/writing/rich-text.js';

for (const [html, text] of [
    ['<p>A <b>bold</b> and <em>soft</em> <s>word</s>, <code>x = 1</code></p>', 'A **bold** and _soft_ ~~word~~, `x = 1`'],
    ['<b>with a blank </b>after', '**with a blank** after'],
    ['<h2>Plan</h2><p>First.</p><p>Second <a href="https://example.org/x">there</a>.</p>', '**Plan**\n\nFirst.\n\nSecond [there](https://example.org/x).'],
    ['<a href="https://example.org/">example.org</a>', 'https://example.org/'],
    ['<a href="javascript:alert(1)">click</a> <b>me</b>', 'click **me**'],
    ['<a href="/relative">here</a> <b>now</b>', 'here **now**'],
    ['<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>', '- one\n- two\n  - deep'],
    ['<ol start="3"><li>three</li><li>four</li></ol>', '3. three\n4. four'],
    ['<blockquote><p>said</p><p>again</p></blockquote><p>so</p>', '> said\n>\n> again\n\nso'],
    ['<p>See</p><pre><code>if (x)\n    y();\n</code></pre>', 'See\n\n```\nif (x)\n    y();\n```'],
    ['<pre><code class="hljs language-c++">int x;\n</code></pre>', '```c++\nint x;\n```'],
    ['<pre class="lang-py"><code>x = 1</code></pre>', '```py\nx = 1\n```'],
    ['<div class="highlight highlight-source-js"><pre>let x;</pre></div>', '```js\nlet x;\n```'],
    ['<pre><code class="language-none">x</code></pre>', '```\nx\n```'],
    ['<pre><code class="language-<b> language-">x</code></pre>', '```\nx\n```'],
    ['<table><tr><th>Name</th><th>Sum</th></tr><tr><td>Ada</td><td>12</td></tr><tr><td>Grace</td><td>7</td></tr></table>', '```\nName   Sum\nAda    12\nGrace  7\n```'],
    ['<table><tr><td>only</td></tr></table>', 'only'],
    ['<table><tr><td>日本</td><td>1</td></tr><tr><td>abcd</td><td>2</td></tr></table>', '```\n日本  1\nabcd  2\n```'],
    ['<style>b{color:red}</style><script>alert(1)</script><p><b>x</b></p>', '**x**'],
    ['<div>one <b>x</b></div><div>two</div>', 'one **x**\ntwo'],
]) test(`“${html.slice(0, 50)}” becomes what the chat writes`, () => assert.equal(markdownOf(html), text));

test('what plain text says as well stays plain', () => {
    assert.equal(markdownOf('<meta charset="utf-8"><span style="color: red">plain</span>'), null);
    assert.equal(markdownOf('<b style="font-weight:normal" id="docs-internal-guid"><p><span>from a document</span></p></b>'), null);
    assert.equal(markdownOf('<div><div>const x = 1;</div></div>'), null);
});

test('hostile nesting ends', () => assert.ok(markdownOf(`${'<blockquote>'.repeat(2000)}<b>x</b>`).includes('x')));
