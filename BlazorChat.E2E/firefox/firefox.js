import { existsSync } from 'node:fs';
import { after, before } from 'node:test';
import { launch } from 'puppeteer-core';
import { Chat, Program } from './chat.js';

const PASSWORD = 'correct horse battery';
const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
// Only ends what would never end; far beyond what the slowest machine takes.
const PATIENCE = 180_000;

/** A chat and a Firefox for the tests of a file. @returns {{ chat: Chat, firefox: import('puppeteer-core').Browser }} */
export function useFirefox() {
    const used = {};
    before(async () => {
        used.chat = await Chat.start();
        used.firefox = await launch({ browser: 'firefox', executablePath: FIREFOX, protocolTimeout: PATIENCE, timeout: PATIENCE });
    });
    after(async () => {
        await used.firefox?.close();
        await used.chat?.end();
    });
    return used;
}

/** Grace, by a program, and Ada, in Firefox, meet in a room that Grace makes. `complaints` is what the console of Ada's page says. */
export async function meet({ chat, firefox }, name) {
    const grace = await Program.register(chat, 'grace', PASSWORD);
    const { id: room } = await grace.request('POST', '/chat/rooms', { name });
    const ada = await Program.register(chat, 'ada', PASSWORD);
    await ada.request('POST', `/chat/room/${room}/join`);
    return { grace, room, ...await enter(firefox, `${chat.address}/room/${room}`, 'ada') };
}

/** Signs somebody in on the way to a room. */
async function enter(firefox, room, username) {
    const context = await firefox.createBrowserContext();
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    const complaints = watch(page);
    await page.goto(room);
    await page.locator('input[autocomplete^=username]').fill(username);
    await page.locator('input[autocomplete=current-password]').fill(PASSWORD);
    await page.locator('::-p-aria([name="Sign in"][role="button"])').click();
    await isReady(page);
    return { page, complaints };
}

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

/** Types it and sends it. */
export async function say(page, text) {
    await page.type('chat-composer textarea', text);
    await page.keyboard.press('Enter');
}

export const isSeen = (page, text) => page.waitForFunction(
    text => [...document.querySelectorAll('chat-timeline article.message .text')].some(said => said.textContent.trim() === text), {}, text);

export const isSent = page => page.waitForFunction(
    () => document.querySelector('chat-timeline article.message') && !document.querySelector('chat-timeline :is(.pending, .failed)'));
