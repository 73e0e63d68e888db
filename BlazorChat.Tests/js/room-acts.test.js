import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { click } from './fakes/dom.js';
import { startUnread } from '../../BlazorChat.Web/wwwroot/js/page/unread.js';
import { prepareRowMenu, startRoomActs } from '../../BlazorChat.Web/wwwroot/js/around/room-acts.js';

const settled = () => new Promise(setImmediate);
let asked = [];
let answer;
globalThis.fetch = async (url, { method, body }) => {
    asked.push([method, url, body && JSON.parse(body)]);
    return new Response(JSON.stringify(answer.body), { status: answer.status });
};
startRoomActs();

beforeEach(() => {
    asked = [];
    answer = { status: 200, body: {} };
    document.body.innerHTML = '<div id="announcer"></div><div><div id="toast" hidden></div></div>';
});

async function act(html) {
    document.body.insertAdjacentHTML('beforeend', html);
    click([...document.querySelectorAll('[data-room-act]')].at(-1));
    await settled();
    await settled();
}

test('each act asks for what it says', async () => {
    for (const [html, ...request] of [
        ['<button data-room-act="join" data-room="general"></button>', 'POST', '/chat/room/general/join', undefined],
        ['<div data-room="general"><button data-room-act="leave"></button></div>', 'POST', '/chat/room/general/leave', undefined],
        ['<div data-room="general"><button data-room-act="unblock" data-user="id ada"></button></div>', 'DELETE', '/chat/blocks/id%20ada', undefined],
        ['<div data-room="general"><button data-room-act="pin"></button></div>', 'PUT', '/chat/room/general/preferences', { pinned: true }],
        ['<div data-room="general"><button data-room-act="unmute"></button></div>', 'PUT', '/chat/room/general/preferences', { muted: false }],
        ['<div data-room="general"><button data-room-act="notify" data-level="mentions"></button></div>', 'PUT', '/chat/room/general/preferences', { notify: 'mentions' }],
    ]) {
        asked = [];
        await act(html);
        assert.deepEqual(asked, [request]);
    }
});

test('a room is marked read up to its newest message, and one without messages is left alone', async () => {
    answer.body = { messages: [{ id: '7' }] };
    await act('<div data-room="general"><button data-room-act="read"></button></div>');
    assert.deepEqual(asked, [['GET', '/chat/room/general/history?limit=1', undefined], ['POST', '/chat/room/general/read', { message_id: '7' }]]);
    asked = [];
    answer.body = { messages: [] };
    await act('<div data-room="general"><button data-room-act="read"></button></div>');
    assert.equal(asked.length, 1);
});

test('a room with unread messages can be marked read while it is on the screen, where no number is shown', () => {
    document.body.insertAdjacentHTML('beforeend', `<nav id="rooms"><section data-section="rooms-mine"><ul>
        <li><a data-room="general" data-unread="30" data-mentions="0" data-last="90" aria-current="page"></a><button id="more"></button></li>
        <li><a data-room="random" data-unread="0" data-mentions="0" data-last="9"></a><button id="other"></button></li></ul></section></nav>
        <div id="row-menu">${['pin', 'unpin', 'mute', 'unmute', 'read'].map(act => `<button data-room-act="${act}"></button>`).join('')}</div>`);
    startUnread('ada', () => null);
    document.querySelector('[data-room=general]').dataset.unread = '0';
    const read = button => (prepareRowMenu(document.querySelector('#row-menu'), document.querySelector(button)), document.querySelector('[data-room-act=read]').disabled);
    assert.deepEqual([read('#more'), read('#other')], [false, true]);
});

test('who is written to is gone to', async () => {
    answer.body = { id: 'direct-1' };
    const gone = [];
    globalThis.Blazor = { navigateTo: href => gone.push(href) };
    await act('<button data-room-act="message" data-user="id-ada"></button>');
    assert.deepEqual([asked, gone], [[['POST', '/chat/direct', { user_id: 'id-ada' }]], ['/room/direct-1']]);
});

test('why something was refused is said', async () => {
    answer = { status: 403, body: { detail: 'Not today.' } };
    await act('<button data-room-act="join" data-room="general"></button>');
    assert.equal(document.querySelector('#toast').textContent, 'Not today.');
});

test('the menu of a row offers what goes for that row', () => {
    const items = ['pin', 'unpin', 'mute', 'unmute', 'read'].map(act => `<button data-room-act="${act}"></button>`).join('');
    const levels = ['all', 'mentions', 'nothing'].map(level => `<button data-room-act="notify" data-level="${level}"></button>`).join('');
    const row = (room, about) => `<ul><li><a data-room="${room}" ${about}></a><button class="opens"></button></li></ul>`;
    document.body.innerHTML = `<div id="row-menu">${items}${levels}</div><section data-section="rooms-pinned">${row('loud', 'data-unread="2"')}</section>
        <section data-section="rooms-mine">${row('quiet', 'data-unread="0" data-notify="mentions" data-muted="true"')}</section>`;
    const menu = document.querySelector('#row-menu');
    const [loud, quiet] = [...document.querySelectorAll('.opens')].map(button => {
        prepareRowMenu(menu, button);
        return [menu.dataset.room, ...[...menu.children].filter(item => !item.hidden && !item.disabled).map(({ dataset, ariaChecked }) =>
            dataset.level ? `${dataset.level} ${ariaChecked}` : dataset.roomAct)];
    });
    assert.deepEqual(loud, ['loud', 'unpin', 'mute', 'read', 'all true', 'mentions false', 'nothing false']);
    assert.deepEqual(quiet, ['quiet', 'pin', 'unmute']);
});
