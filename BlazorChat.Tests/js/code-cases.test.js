import './fakes/dom.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { pendingText } from '../../BlazorChat.Web/wwwroot/js/timeline/pending-text.js';
import { isInCode, openFence } from '../../BlazorChat.Web/wwwroot/js/writing/code-places.js';

// The same table as the server's readers pass: CodeCasesTests.
const { cases } = JSON.parse(readFileSync(new URL('../Shared/code-cases.json', import.meta.url)));

function shownAsCode(text) {
    const main = document.createElement('main');
    main.append(...pendingText(text));
    return [...main.querySelectorAll('code')].map(({ textContent }) => textContent.trimEnd() || textContent);
}

for (const { name, text: written, code, open = false, half = false } of cases) {
    const text = written.replaceAll('\r\n', '\n'); // as a field has it
    test(`what is on its way shows as code: ${name}`, () => assert.deepEqual(shownAsCode(text), code.map(one => one.trimEnd() || one)));
    test(`who writes on writes code: ${name}`, () => {
        assert.equal(isInCode(text, text.length), open);
        for (const { 0: letter, index } of half ? [] : text.matchAll(/[a-z]/gi))
            assert.equal(isInCode(text, index + 1), letter === letter.toLowerCase(), JSON.stringify(text.slice(0, index + 1)));
    });
}

test('a fence that is open says whether it is quoted', () => {
    assert.deepEqual(openFence(['> ```', '> x']), { isQuoted: true });
    assert.deepEqual(openFence(['- ```', '  x', '']), { isQuoted: false });
    assert.equal(openFence(['> ```', '> x', '']), null);
    assert.equal(openFence([]), null);
});

test('no text takes long', () => {
    for (const sign of ['`', '`` ` ', '> ', '- ', '```\n', '> ```\n', '- ```\n', '\\`', '1. a\n  ', '\n'])
        isInCode(sign.repeat(40_000).slice(0, 40_000), 40_000);
});
