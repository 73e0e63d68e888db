import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Draft, draftOf } from '../../BlazorChat.Web/wwwroot/js/outbox/drafts.js';

let storage, asked, answer;

beforeEach(() => {
    const items = new Map();
    storage = { getItem: key => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value), removeItem: key => void items.delete(key) };
    asked = [];
    answer = () => new Response(JSON.stringify({ version: asked.length + 10 }), { status: 200 });
    globalThis.fetch = async (url, { body }) => {
        asked.push(JSON.parse(body).text);
        return answer();
    };
});

const field = (served = {}) => new Draft({ user: 'me', room: 'general' }, served, storage);
const here = () => draftOf('me', 'general', undefined, storage);
const settle = async () => {
    for (let n = 0; n < 20; n++) await null;
};
const pass = async (context, time = 2_000) => {
    context.mock.timers.tick(time);
    await settle();
};

test('what is written is here at once and with the server after a pause, once', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const draft = field();
    draft.write('a');
    draft.write('ab');
    assert.equal(here().read(), 'ab');
    assert.deepEqual(asked, []);
    await pass(context);
    await pass(context);
    assert.deepEqual(asked, ['ab']);
});

test('a page shows what the server has, unless something was written here that it does not have', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    assert.equal(field({ text: 'on the phone', version: 5 }).text, 'on the phone');
    here().write('typed while the line was cut');
    const draft = field({ text: 'on the phone, later', version: 7 });
    assert.equal(draft.text, 'typed while the line was cut');
    await pass(context);
    assert.deepEqual(asked, ['typed while the line was cut']);
});

test('a page that is older than what this browser knows changes nothing', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const draft = field();
    draft.write('newer');
    await pass(context);
    assert.equal(field({ text: 'older', version: 3 }).text, 'newer');
});

test('what another device wrote is shown, but never in place of what is being written here', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const draft = field();
    assert.equal(draft.told({ text: 'from the phone', version: 4 }), 'from the phone');
    assert.equal(here().read(), 'from the phone');
    assert.equal(draft.told({ text: 'an echo', version: 4 }), null);
    draft.write('being written');
    assert.equal(draft.told({ text: 'from the phone again', version: 6 }), null);
    assert.equal(draft.text, 'being written');
    await pass(context);
    assert.deepEqual(asked, ['being written']);
});

test('what is sent is gone everywhere', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const draft = field({ text: 'Hello', version: 2 });
    draft.write('');
    await draft.flush();
    assert.deepEqual(asked, ['']);
    assert.equal(field({ text: 'Hello', version: 2 }).text, '');
});

test('while the server is away, it is tried again, and nothing is lost by then', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    answer = () => { throw new TypeError('away'); };
    const draft = field();
    draft.write('patient');
    await pass(context);
    answer = () => new Response(JSON.stringify({ version: 9 }), { status: 200 });
    await pass(context, 20_000);
    assert.deepEqual(asked, ['patient', 'patient']);
    await pass(context, 20_000);
    assert.equal(asked.length, 2);
});

test('what is written while it is on its way follows', async context => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const draft = field();
    draft.write('one');
    const sending = draft.flush();
    draft.write('one two');
    await sending;
    await pass(context);
    assert.deepEqual(asked, ['one', 'one two']);
});

test('a page that goes tells what browsers let it, and what is longer is told as long as the page is there', async () => {
    const kept = [];
    globalThis.fetch = async (url, { keepalive = false }) => {
        kept.push(keepalive);
        return answer();
    };
    for (const text of ['short', '漢'.repeat(40_000)]) {
        const draft = field();
        draft.write(text);
        await draft.flush({ keepalive: true });
    }
    assert.deepEqual(kept, [true, false]);
});
