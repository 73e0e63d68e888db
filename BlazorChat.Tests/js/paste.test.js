import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementFrom } from './fakes/dom.js';
import { paste } from '../../BlazorChat.Web/wwwroot/js/writing/paste.js';

function pasted(html) {
    document.body.replaceChildren(elementFrom('<form><textarea></textarea></form>'));
    const area = document.querySelector('textarea');
    const event = Object.assign(new Event('paste', { cancelable: true }), { clipboardData: { getData: type => type === 'text/html' ? html : 'plain' } });
    paste(area, event);
    return { text: area.value, isLeftToTheBrowser: !event.defaultPrevented };
}

test('what is pasted becomes what the chat can say', () => assert.deepEqual(pasted('<p>so <b>bold</b></p>'), { text: 'so **bold**', isLeftToTheBrowser: false }));

test('what no message can hold is left to the browser, as plain text', () =>
    assert.ok(pasted(`<b>bold</b>${'<div>a line</div>'.repeat(10_000)}`).isLeftToTheBrowser));
