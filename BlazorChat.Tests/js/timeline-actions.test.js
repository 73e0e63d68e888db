import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { article } from './fakes/messages.js';
import { viewer } from './fakes/viewer.js';

globalThis.fetch = async () => new Response(JSON.stringify({ emoji: [{ name: 'parrot', url: '/p' }] }), { headers: { 'Content-Type': 'application/json' } });
const { live } = await import('../../BlazorChat.Web/wwwroot/js/live/live.js');
const { customEmoji } = await import('../../BlazorChat.Web/wwwroot/js/emoji/custom-emoji.js');
const { usedEmoji } = await import('../../BlazorChat.Web/wwwroot/js/emoji/emoji-recent.js');
const { offerActions } = await import('../../BlazorChat.Web/wwwroot/js/timeline/timeline-actions.js');

test('an emoji that is removed goes from the bar that offers it', async () => {
    const listening = mock.method(live, 'subscribe');
    const timeline = elementFrom('<chat-timeline></chat-timeline>');
    timeline.append(article(1));
    document.body.replaceChildren(timeline);
    await customEmoji();
    usedEmoji(':parrot:');
    offerActions(timeline, viewer(), new AbortController().signal);
    const over = Object.assign(new Event('pointerover', { bubbles: true }), { pointerType: 'mouse' });
    timeline.querySelector('.text').dispatchEvent(over);
    const offered = () => [...timeline.querySelectorAll('.actions [data-reaction]')].map(({ dataset }) => dataset.reaction);
    assert.deepEqual(offered(), [':parrot:', '👍', '❤️']);
    for (const { arguments: [listener] } of listening.mock.calls) listener({ name: 'emoji', data: { emoji: [] } });
    await new Promise(setImmediate);
    assert.deepEqual(offered(), ['👍', '❤️']);
});
