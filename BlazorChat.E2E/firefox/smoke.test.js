import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch } from 'puppeteer-core';
import { Chat, Program } from './chat.js';

const PASSWORD = 'correct horse battery';
const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
// Only ends what would never end; far beyond what the slowest machine takes.
const PATIENCE = 180_000;
// What is logged where a connection is lost or refused, as these are, once.
const LOST = /WebSocket closed with status code: 1006|NetworkError when attempting to fetch resource|can.t establish a connection|was interrupted/;

let chat;
let firefox;

before(async () => {
    chat = await Chat.start();
    firefox = await launch({ browser: 'firefox', executablePath: FIREFOX, protocolTimeout: PATIENCE, timeout: PATIENCE });
});

after(async () => {
    await firefox?.close();
    await chat?.end();
});

test('In Firefox one signs in, talks, loses the server and goes on talking, with a clean console', async () => {
    const grace = await Program.register(chat, 'grace', PASSWORD);
    const { id: room } = await grace.request('POST', '/chat/rooms', { name: 'Fire' });
    const ada = await Program.register(chat, 'ada', PASSWORD);
    await ada.request('POST', `/chat/room/${room}/join`);
    const page = await firefox.newPage();
    page.setDefaultTimeout(PATIENCE);
    const complaints = watch(page);

    await page.goto(`${chat.address}/room/${room}`);
    await page.locator('input[autocomplete^=username]').fill('ada');
    await page.locator('input[autocomplete=current-password]').fill(PASSWORD);
    await page.locator('::-p-aria([name="Sign in"][role="button"])').click();
    await isReady(page);
    await say(page, 'Is this thing on?');
    await isSent(page);
    assert.deepEqual(await grace.hear(room), ['Is this thing on?']);
    await grace.say(room, 'It is.');
    await isSeen(page, 'It is.');
    assert.deepEqual(complaints, []);

    await chat.kill();
    await page.waitForSelector('#connection', { visible: true });
    await say(page, 'Still there?');
    await page.waitForSelector('chat-timeline .failed');
    await chat.run();
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

function watch(page) {
    const complaints = [];
    page.on('console', message => ['error', 'warn', 'assert'].includes(message.type())
        && complaints.push(`${message.type()}: ${message.text()} ${message.location().url}`));
    page.on('pageerror', error => complaints.push(`${error.message} ${error.stack}`));
    return complaints;
}

/** The room is on the screen, and live. */
async function isReady(page) {
    await page.waitForSelector('chat-composer textarea');
    await page.evaluate(async () => {
        const { live } = await import('/js/chat.js');
        await new Promise(done => live.onState(state => ['open', 'polling'].includes(state) && done()));
    });
}

async function say(page, text) {
    await page.type('chat-composer textarea', text);
    await page.keyboard.press('Enter');
}

const isSeen = (page, text) => page.waitForFunction(
    text => [...document.querySelectorAll('chat-timeline article.message .text')].some(said => said.textContent.trim() === text), {}, text);

const isSent = page => page.waitForFunction(
    () => document.querySelector('chat-timeline article.message') && !document.querySelector('chat-timeline :is(.pending, .failed)'));
