import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSeen, isSent, meet, say, useFirefox } from './firefox.js';

// What is logged where a connection is lost or refused, as these are, once.
const LOST = /WebSocket closed with status code: 1006|NetworkError when attempting to fetch resource|can.t establish a connection|was interrupted/;

const used = useFirefox();

test('In Firefox one signs in, talks, loses the server and goes on talking, with a clean console', async () => {
    const { grace, room, page, complaints } = await meet(used, 'Fire');
    await say(page, 'Is this thing on?');
    await isSent(page);
    assert.deepEqual(await grace.hear(room), ['Is this thing on?']);
    await grace.say(room, 'It is.');
    await isSeen(page, 'It is.');
    assert.deepEqual(complaints, []);

    await used.chat.kill();
    await page.waitForSelector('#connection', { visible: true });
    await say(page, 'Still there?');
    await page.waitForSelector('chat-timeline .failed');
    await used.chat.run();
    await page.waitForSelector('#connection', { hidden: true });
    // Where the page has been quicker and sent it by itself, there is nothing to press any more.
    await page.$$eval('chat-timeline [data-act=retry]', buttons => buttons.forEach(button => button.click()));
    await isSent(page);
    await grace.say(room, 'I am back.');
    await isSeen(page, 'I am back.');

    await page.reload();
    await isSeen(page, 'I am back.');
    const expected = ['Is this thing on?', 'It is.', 'Still there?', 'I am back.'];
    assert.deepEqual(await grace.hear(room), expected);
    assert.deepEqual(await page.$$eval('chat-timeline article.message .text', texts => texts.map(text => text.textContent.trim())), expected);
    assert.deepEqual(complaints.filter(complaint => !LOST.test(complaint)), []);
});
