import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { elementFrom } from './fakes/dom.js';

globalThis.fetch = async () => new Response('{"html":"<em>so</em>","addressed":0}', { headers: { 'Content-Type': 'application/json' } });
const { live } = await import('../../BlazorChat.Web/wwwroot/js/live/live.js');
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

async function preview(written = '_so_', options = undefined) {
    document.body.replaceChildren(elementFrom('<form><textarea></textarea></form>'));
    document.querySelector('textarea').value = written;
    const [form, area] = [document.querySelector('form'), document.querySelector('textarea')];
    let sent = 0;
    form.requestSubmit = () => sent++;
    new TextPreview(area, 'general', options).toggle();
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

test('of an empty field it says that there is nothing yet', async () => {
    const { shown } = await preview(' \n');
    assert.equal(shown.textContent, 'There is nothing to preview yet.');
});

test('what sending does to the text first is done before it is shown', async () => {
    let asked = null;
    const before = globalThis.fetch;
    globalThis.fetch = (_, { body }) => (asked = JSON.parse(body).message, before());
    await preview('so :)', { finish: () => document.querySelector('textarea').value = 'so 🙂' });
    globalThis.fetch = before;
    assert.equal(asked, 'so 🙂');
});

test('what could not be reached is shown once the line is back', async () => {
    const [before, told] = [globalThis.fetch, mock.method(live, 'onState', listener => (listener('reconnecting'), () => {}))];
    globalThis.fetch = async () => Promise.reject(new TypeError('away'));
    const { shown } = await preview();
    assert.equal(shown.textContent, 'The chat cannot be reached.');
    assert.ok(shown.querySelector('.error'));
    globalThis.fetch = before;
    told.mock.calls[0].arguments[0]('open');
    while (!shown.querySelector('em')) await new Promise(setImmediate);
    assert.equal(shown.textContent, 'so');
    assert.equal(shown.querySelector('.error'), null);
    told.mock.restore();
});
