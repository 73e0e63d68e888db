import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSeen, isSent, meet, say, useFirefox } from './firefox.js';

const COMPOSER = 'chat-composer:not([data-thread]) textarea';

const used = useFirefox();

test('In Firefox one formats by keys, completes names, answers in a thread and finds it again, with a clean console', async () => {
    const { grace, room, page, complaints } = await meet(used, 'Writing');
    const area = await page.waitForSelector(COMPOSER);

    // Bold by a key; undone and done again by the browser's own.
    await area.type('important');
    await chord(page, 'Control', 'a');
    await chord(page, 'Control', 'b');
    assert.equal(await valueOf(area), '**important**');
    await chord(page, 'Control', 'z');
    assert.equal(await valueOf(area), 'important');
    await chord(page, 'Control', 'a');
    await chord(page, 'Control', 'b');
    await page.keyboard.press('End');
    await area.type(' for @gra');
    await page.waitForSelector('[role=listbox] [role=option]', { visible: true });
    await page.keyboard.press('Tab');
    await page.waitForFunction(area => area.value.includes('@grace'), {}, area);
    await page.keyboard.press('Enter');
    await isSent(page);
    assert.deepEqual((await grace.hear(room)).map(text => text.trim()), ['**important** for @grace']);
    await page.waitForSelector('chat-timeline .message strong');
    await page.waitForSelector('chat-timeline .message .mention');

    // A fence takes Enter; code gets its colours.
    await area.type('```js\nconst tea = "hot";\n```');
    await page.keyboard.press('Enter');
    await isSent(page);
    await page.waitForSelector('chat-timeline pre [class^=hljs]');

    // A thread beside the conversation.
    await page.focus('chat-timeline .message');
    await page.keyboard.press('t');
    const thread = await page.waitForSelector('#side chat-composer textarea');
    await thread.type('Below it');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => [...document.querySelectorAll('#side article.message .text')].some(said => said.textContent.trim() === 'Below it'));
    await page.waitForSelector('chat-timeline:not([data-thread]) .thread-line');

    // The search finds it, also while the index is some seconds behind.
    await chord(page, 'Control', 'f');
    await page.keyboard.type('below');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#side mark');

    await say(page, 'Done');
    await isSeen(page, 'Done');
    assert.deepEqual(complaints, []);
});

const valueOf = area => area.evaluate(area => area.value);

async function chord(page, modifier, key) {
    await page.keyboard.down(modifier);
    await page.keyboard.press(key);
    await page.keyboard.up(modifier);
}
