import { existsSync } from 'node:fs';
import { launch } from 'puppeteer-core';

export const PASSWORD = 'correct horse battery';
const FIREFOX = ['/usr/bin/firefox-esr', '/usr/bin/firefox'].find(existsSync);
// Only ends what would never end; far beyond what the slowest machine takes.
const PATIENCE = 180_000;

export const openFirefox = () => launch({ browser: 'firefox', executablePath: FIREFOX, protocolTimeout: PATIENCE, timeout: PATIENCE });

/** Signs somebody in on the way to a room. `complaints` is what the console says from then on. */
export async function enter(firefox, room, username) {
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
export async function isReady(page) {
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
