import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elementFrom } from './fakes/dom.js';

globalThis.fetch = async () => new Response('{"html":"<em>so</em>","addressed":0}', { headers: { 'Content-Type': 'application/json' } });
const { edit } = await import('../../BlazorChat.Web/wwwroot/js/timeline/message-edit.js');
const { TextPreview } = await import('../../BlazorChat.Web/wwwroot/js/timeline/text-preview.js');

const press = (element, key, held = {}) => element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }));

/** The keys that a page hears of what is pressed in an element. */
function heardFrom(element) {
    const heard = [];
    document.body.addEventListener('keydown', ({ key }) => heard.push(key));
    press(element, 'k', { ctrlKey: true });
    press(element, 'ArrowDown', { altKey: true });
    press(element, 'j');
    press(element, 'ArrowDown');
    return heard;
}

async function preview() {
    document.body.replaceChildren(elementFrom('<form><textarea>_so_</textarea></form>'));
    const [form, area] = [document.querySelector('form'), document.querySelector('textarea')];
    let sent = 0;
    form.requestSubmit = () => sent++;
    new TextPreview(area, 'general').toggle();
    while (!document.querySelector('.text-preview-shown')) await new Promise(setImmediate);
    return { shown: document.querySelector('.text-preview-shown'), sent: () => sent };
}

test('a preview leaves the keys of the page to the page', async () => assert.deepEqual(heardFrom((await preview()).shown), ['k', 'ArrowDown']));

test('an edit does, too', () => {
    document.body.replaceChildren(elementFrom('<article class="message" data-id="1" data-room="general" data-user="1"><div class="text">before</div></article>'));
    edit(document.querySelector('article'));
    assert.deepEqual(heardFrom(document.querySelector('form.edit textarea')), ['k', 'ArrowDown']);
});

test('Enter sends from a preview, with Shift it does nothing', async () => {
    const { shown, sent } = await preview();
    press(shown, 'Enter', { shiftKey: true });
    assert.equal(sent(), 0);
    press(shown, 'Enter');
    assert.equal(sent(), 1);
});
