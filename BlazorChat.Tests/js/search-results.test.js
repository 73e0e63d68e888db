import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Room } from './fakes/room.js';
import { customEmoji, writtenIn } from '../../BlazorChat.Web/wwwroot/js/emoji/custom-emoji.js';
import { SearchResults } from '../../BlazorChat.Web/wwwroot/js/search/search-results.js';

mock.timers.enable({ apis: ['setTimeout'] });
customElements.define('search-results', SearchResults);

test('a message that is deleted is no result any more, and the focus stays with the results', async () => {
    const room = await Room.open([]);
    const results = elementFrom(`<search-results><search-field></search-field><div class="found-scroll" tabindex="-1"><ol>${['8', '9'].map(id =>
        `<li class="found"><a class="found-open" data-message="${id}" href="room/general#message-${id}">It</a></li>`).join('')}</ol></div></search-results>`);
    results.querySelector('search-field').getClientRects = () => []; // the one in the header is shown
    document.body.append(results);
    const [first, second] = results.querySelectorAll('.found');
    first.firstChild.focus();
    await room.tell('message_deleted', { id: '8', deleted: true });
    assert.deepEqual([first.hidden, second.hidden], [true, false]);
    assert.equal(document.activeElement, results.querySelector('.found-scroll'));
    await room.tell('message_deleted', { id: '77', deleted: true });
    assert.equal(second.hidden, false);
});

test('an emoji of the chat is a picture, also where its name is what was found', async () => {
    globalThis.fetch = async () => new Response(JSON.stringify({ emoji: [{ name: 'big_parrot', url: '/chat/emoji/big_parrot', user_id: null }] }), { headers: { 'Content-Type': 'application/json' } });
    const results = elementFrom(`<search-results><search-field></search-field><div class="found-scroll" tabindex="-1"><ol><li class="found"><a class="found-open" href="room/general#message-8">
        <span class="found-text">a :big_<mark>parrot</mark>: and <mark>parrot</mark> at 10:<mark>30</mark>:00</span></a></li></ol></div></search-results>`);
    results.querySelector('search-field').getClientRects = () => [];
    document.body.append(results);
    await customEmoji();
    assert.equal(results.querySelector('mark img').alt, ':big_parrot:');
    assert.equal(results.querySelectorAll('img').length, 1);
    assert.equal(writtenIn(results.querySelector('.found-text')), 'a :big_parrot: and parrot at 10:30:00');
});
