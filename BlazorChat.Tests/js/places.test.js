import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UNFOLD } from '../../BlazorChat.Web/wwwroot/js/timeline/long-text.js';
import { open } from '../../BlazorChat.Web/wwwroot/js/timeline/opening.js';
import { entered, keepPlace, keptPlace, nextEntry } from '../../BlazorChat.Web/wwwroot/js/timeline/places.js';

const room = { me: 'ada', room: 'general' };
const at = id => ({ id, top: 12 });

/** Goes to an entry, back or forward, or by a link, which makes a new one. */
function go(state, way) {
    history.replaceState(state, '');
    if (way === 'link') document.dispatchEvent(new Event('click'));
    else dispatchEvent(new Event('popstate'));
    const place = keptPlace(room);
    const entry = history.state?.entry;
    document.dispatchEvent(new Event('page-updated'));
    entered();
    return [place, entry];
}

test('each entry of the history keeps its own place, and who comes by a link is where they were the last time', () => {
    const [, first] = go({ entry: nextEntry() }, 'back');
    keepPlace(room, at('m3'));
    const [byLink] = go({ entry: nextEntry() }, 'link');
    assert.deepEqual(byLink, at('m3'));
    const second = history.state.entry;
    keepPlace(room, at('m9'));
    assert.notEqual(first, second);
    assert.deepEqual(go({ entry: first }, 'back')[0], at('m3'));
    assert.deepEqual(go({ entry: second }, 'forward')[0], at('m9'));
});

test('who was at the end of an entry comes back there, wherever they were in the room since', () => {
    const [, first] = go({ entry: nextEntry() }, 'back');
    keepPlace(room, null);
    go({ entry: nextEntry() }, 'link');
    keepPlace(room, at('m9'));
    assert.equal(go({ entry: first }, 'back')[0], null);
});

test('a page that is drawn again in place keeps its entry', () => {
    const [, entry] = go({ entry: nextEntry() }, 'back');
    history.replaceState(null, '');
    entered();
    assert.equal(history.state.entry, entry);
});

test('who was led to a long text and comes back is where they were, with the text open', async () => {
    go({ entry: nextEntry() }, 'back');
    keepPlace(room, at('7'));
    const article = elementFrom(`<article id="message-7"><div class="text">...</div>${UNFOLD}</article>`);
    const timeline = Object.assign(document.createElement('div'), { goTo: () => assert.fail('It is not gone to once more') });
    Object.assign(timeline.dataset, room);
    history.replaceState(history.state, '', '#message-7');
    dispatchEvent(new Event('popstate'));
    const begun = [];
    await open({ timeline, list: { find: id => id === '7' ? article : null }, position: { begin: (...place) => begun.push(place) } });
    assert.deepEqual(begun, [[article, 12]]);
    assert.ok(article.classList.contains('opened'));
});
