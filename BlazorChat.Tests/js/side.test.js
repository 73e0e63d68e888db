import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startSide } from '../../BlazorChat.Web/wwwroot/js/threads/side.js';

startSide();

const updated = () => document.dispatchEvent(new Event('page-updated'));
const side = (name, html) => elementFrom(`<aside id="side" aria-label="${name}"><a data-close-side href="#" aria-label="Close"></a>${html}</aside>`);

function show(panel) {
    document.body.replaceChildren(...panel ? [panel] : []);
    if (panel) panel.ariaLabel = panel.getAttribute('aria-label');
    updated();
    return document.activeElement;
}

test('the list of threads gets the focus at its first thread', () =>
    assert.equal(show(side('Threads', '<a class="thread-open" href="#">One</a>')).className, 'thread-open'));

test('an empty one at what closes it', () => {
    show(null);
    assert.equal(show(side('Threads', '<p>No threads yet</p>')).getAttribute('aria-label'), 'Close');
});

test('a thread in its field', () => {
    show(null);
    assert.equal(show(side('Thread', '<chat-composer><textarea></textarea></chat-composer>')).localName, 'textarea');
});
