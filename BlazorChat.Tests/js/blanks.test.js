import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBlank, withoutBlankEnds } from '../../BlazorChat.Web/wwwroot/js/base/blanks.js';

test('pasted code keeps the indentation of its first line', () => {
    assert.equal(withoutBlankEnds('\r\n \t\n    if (x)\n        y();\n\n  '), '    if (x)\n        y();');
    assert.equal(withoutBlankEnds('  a'), '  a');
    assert.equal(withoutBlankEnds(' \n \n'), '');
});

test('what cannot be seen is nothing to send', () => {
    for (const text of ['', ' \n\t', '\u3164', '\u115f\u2800', '\u200b\u2060\ufeff']) assert.equal(isBlank(text), true);
    for (const text of ['a', '.', '❤️', ' \n👩‍💻', 'ㄱ']) assert.equal(isBlank(text), false);
});
