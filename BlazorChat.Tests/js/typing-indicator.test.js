import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { FakeClock } from './fakes/clock.js';
import { elementFrom } from './fakes/dom.js';
import { TypingIndicator } from '../../BlazorChat.Web/wwwroot/js/composer/typing-indicator.js';

customElements.define('typing-indicator', TypingIndicator);

let clock, handlers, indicator;

beforeEach(() => {
    clock = new FakeClock();
    indicator = elementFrom(`<typing-indicator data-room="general" data-me="me"><span class="typing-dots" hidden></span>
        <span data-typists="one" hidden><bdi></bdi> is typing</span><span data-typists="two" hidden><bdi></bdi> and <bdi></bdi> are typing</span>
        <span data-typists="several" hidden>several people are typing</span></typing-indicator>`);
    indicator.live = { on: given => (handlers = given, () => handlers = null) };
    indicator.clock = clock;
    document.body.replaceChildren(indicator);
});

const writes = (name, more = {}) => handlers.typing({ room_id: 'general', user_id: name, username: name, display_name: null, is_typing: true, ...more });
const said = () => [...indicator.querySelectorAll('[data-typists]:not([hidden])')].map(words => words.textContent).join();

test('says nothing while nobody writes', () => assert.equal(said(), ''));

test('names the one who writes, as they want to be called', () => {
    writes('ada', { display_name: 'Ada L.' });
    assert.equal(said(), 'Ada L. is typing');
    assert.equal(indicator.querySelector('.typing-dots').hidden, false);
});

test('names two', () => {
    writes('grace');
    writes('ada');
    assert.equal(said(), 'ada and grace are typing');
});

test('counts nobody beyond two', () => {
    ['ada', 'grace', 'linus'].forEach(name => writes(name));
    assert.equal(said(), 'several people are typing');
});

test('does not tell me that I write, nor who writes in other rooms', () => {
    writes('me');
    writes('ada', { room_id: 'other' });
    assert.equal(said(), '');
});

test('forgets who stops, and who has said it', () => {
    writes('ada');
    writes('ada', { is_typing: false });
    assert.equal(said(), '');
    writes('ada');
    handlers.message({ room_id: 'general', user_id: 'ada' });
    assert.equal(said(), '');
});

test('forgets who falls silent, and remembers who goes on', async () => {
    writes('ada');
    await clock.pass(4_000);
    writes('ada');
    await clock.pass(4_000);
    assert.equal(said(), 'ada is typing');
    await clock.pass(1_000);
    assert.equal(said(), '');
    assert.equal(indicator.querySelector('.typing-dots').hidden, true);
});

test('listens no more once it has gone', () => {
    writes('ada');
    indicator.remove();
    assert.equal(handlers, null);
});
