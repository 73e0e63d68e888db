import assert from 'node:assert/strict';
import { mock, test } from 'node:test';

const { concerns, isQuiet } = await import('../../BlazorChat.Web/wwwroot/js/page/notice-rule.js');

const room = (notify, muted = false) => ({ notify, muted });
const message = (more = {}) => ({ user_id: 'grace', number: 3, type: 'text', mentions: [], deleted: false, ...more });
const toMe = { mentions: ['ada'] };

for (const [what, told, setting, expected] of [
    ['any message', message(), room('all'), true],
    ['any message where mentions only are wanted', message(), room('mentions'), false],
    ['a mention there', message(toMe), room('mentions'), true],
    ['any message where notifications are off', message(), room('all', true), false],
    ['a mention there', message(toMe), room('all', true), true],
    ['a mention where nothing is wanted', message(toMe), room('nothing'), false],
    ['mine', message({ user_id: 'ada' }), room('all'), false],
    ['one of somebody I block', message({ user_id: 'mallory', ...toMe }), room('all'), false],
    ['a deleted one', message({ deleted: true }), room('all'), false],
    ['one of the system', message({ type: 'system' }), room('all'), false],
    ['a reply in a thread', message({ number: null }), room('all'), false],
    ['a reply in a thread that mentions me', message({ number: null, ...toMe }), room('all'), true],
    ['one in a room that I am not in', message(toMe), undefined, false],
]) test(`${what} is ${expected ? '' : 'not '}told`, () => assert.equal(concerns(told, 'ada', setting, new Set(['mallory'])), expected));

const at = time => new Date(`2026-11-29T${time}:00`);
const quiet = (settings, time) => isQuiet({ pausedUntil: 0, quietFrom: '', quietTo: '', ...settings }, at(time));

test('quiet hours may go over midnight', () => {
    const night = { quietFrom: '22:00', quietTo: '07:30' };
    assert.deepEqual(['21:59', '22:00', '03:00', '07:29', '07:30'].map(time => quiet(night, time)), [false, true, true, true, false]);
});

test('quiet hours may be in the day', () => {
    const noon = { quietFrom: '12:00', quietTo: '13:00' };
    assert.deepEqual(['11:59', '12:00', '13:00'].map(time => quiet(noon, time)), [false, true, false]);
});

test('without hours nothing is quiet, and a pause ends', () => {
    assert.equal(quiet({}, '03:00'), false);
    assert.deepEqual(['09:00', '11:00'].map(time => quiet({ pausedUntil: at('10:00').getTime() }, time)), [true, false]);
});

// One notification at a time, as the system would show it.
const shownNotices = [];
globalThis.Notification = class {
    static permission = 'granted';

    constructor(title, { body }) {
        shownNotices.push(`${title}: ${body}`);
        Object.assign(this, { close: () => this.onclose?.() });
        last = this;
    }
};
let last;

test('a reply in a thread that mentions me is told while I look at its room, but not while I look at the thread; a click leads to it', async () => {
    const { elementFrom } = await import('./fakes/dom.js');
    mock.timers.enable({ apis: ['setTimeout'] });
    const { Room, server } = await import('./fakes/room.js');
    const { settled } = await import('./fakes/clock.js');
    const { startNotices } = await import('../../BlazorChat.Web/wwwroot/js/page/notices.js');
    const { message: drawn } = await import('./fakes/messages.js');
    const { startUnread } = await import('../../BlazorChat.Web/wwwroot/js/page/unread.js');
    localStorage.setItem('blazorchat-notices', '{"on":true,"sound":false}');
    const here = await Room.open([]);
    document.body.append(elementFrom(`<nav id="rooms"><a data-room="${here.id}" data-unread="0" data-mentions="0" data-last="0" data-notify="all" data-muted="false"><span class="room-name">General</span></a></nav>`));
    startUnread('ada', () => here.id);
    let thread = null;
    await startNotices('ada', ({ thread_id, number }) => number !== null || thread_id === thread);
    const reply = (id, more = {}) => message({ id, username: 'grace', text: id, html: id, number: null, thread_id: '5', ...toMe, ...more });

    await here.tell('message', reply('8'));
    thread = '5';
    await here.tell('message', reply('9'));
    thread = null;
    await here.tell('message', drawn(1, reply('10', { number: 1 })));
    mock.timers.tick(2_000);
    await settled();
    await settled();
    assert.deepEqual(shownNotices, ['grace in General: 8']);
    const went = [];
    globalThis.Blazor = { navigateTo: path => went.push(path) };
    globalThis.focus = () => {};
    last.onclick();
    assert.match(went[0], new RegExp(`room/${here.id}\\?thread=8$`));
    assert.equal(server.requests.some(({ url }) => url === '/chat/blocks'), true);
});
