import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { Room } from './fakes/room.js';
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
