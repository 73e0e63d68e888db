import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { settled } from './fakes/clock.js';

const { fit } = await import('../../BlazorChat.Web/wwwroot/js/page/fuzzy.js');
const { ranked } = await import('../../BlazorChat.Web/wwwroot/js/page/switcher-goals.js');
const { toggleSwitcher } = await import('../../BlazorChat.Web/wwwroot/js/page/switcher.js');
const { readAll, step } = await import('../../BlazorChat.Web/wwwroot/js/page/room-steps.js');

for (const [name, typed, isFound] of [
    ['Design reviews', 'des', true], ['Design reviews', 'rev', true], ['Design reviews', 'rev des', true], ['Design reviews', 'sign', true],
    ['Design reviews', 'dsrv', true], ['Müller', 'muller', true], ['Ｗｉｄｅ', 'wide', true], ['Design', 'x', false], ['Design', 'des x', false],
]) test(`“${typed}” ${isFound ? 'finds' : 'does not find'} ${name}`, () => assert.equal(fit(name, typed) > 0, isFound));

test('the beginning of a name is better than the beginning of a word, that than any part, and that than letters in order', () => {
    const fits = ['sales', 'Big sales', 'Wholesale', 's-a-l-e'].map((name, n) => fit(name, n === 3 ? 'sle' : 'sale'));
    assert.deepEqual(fits, [4, 3, 2, 1]);
});

const goal = (room, more = {}) => ({ name: room, kind: 'public', room, calls: 0, mentions: 0, at: 0, ...more });

test('without a word, what mentions me is first, then what is unread, then where I was last, and here is last', () => {
    const goals = [goal('here', { calls: 5 }), goal('old', { at: 1 }), goal('new', { at: 2 }), goal('visited'), goal('unread', { calls: 1 }), goal('mention', { calls: 1, mentions: 1 })];
    assert.deepEqual(ranked(goals, '', ['here', 'visited'], 'here').map(({ room }) => room), ['mention', 'unread', 'visited', 'new', 'old', 'here']);
});

let asked;
let gone;
const room = (id, more = {}) => ({ id, name: id, kind: 'public', member: true, unread: 0, mentions: 0, notify: 'all', muted: false, last_message_at: null, archived: false, ...more });
const answers = {
    'GET /chat/rooms': { rooms: [room('garden', { unread: 2 }), room('general'), room('dm', { kind: 'direct', name: 'Grace Hopper', users: [{ user_id: 'grace', username: 'ghopper' }, { user_id: 'ada', username: 'ada' }] })] },
    'GET /chat/users?q=lin': { users: [{ user_id: 'linus', username: 'linus', display_name: 'Linus T' }] },
    'GET /chat/users?q=gho': { users: [{ user_id: 'grace', username: 'ghopper', display_name: 'Grace Hopper' }] },
    'POST /chat/direct': { id: 'new-direct' },
    'GET /chat/room/garden/history?limit=1': { messages: [{ id: 'm9' }] },
    'GET /chat/threads?unread=true&limit=200': { threads: [{ root: { id: 'r1' }, last_reply: { id: 'm12' } }] },
};

beforeEach(() => {
    [asked, gone] = [[], []];
    globalThis.Blazor = { navigateTo: path => gone.push(path) };
    globalThis.fetch = async (url, { method, body }) => {
        asked.push([`${method} ${url}`, body && JSON.parse(body)]);
        const answer = answers[`${method} ${url}`];
        return answer ? new Response(JSON.stringify(answer), { status: 200 }) : new Response(null, { status: 204 });
    };
    document.body.replaceChildren(elementFrom('<div id="announcer"></div>'), elementFrom('<div data-me="ada" data-room="general" data-cursor="e-1"></div>'));
    Element.prototype.scrollIntoView ??= () => {};
});

const { Element } = document.defaultView;
const dialog = () => document.querySelector('dialog.switcher');
const rows = () => [...dialog().querySelectorAll('li')].map(row => row.querySelector('.switcher-name').textContent);
const press = key => dialog().querySelector('input').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
async function open(typed = '') {
    toggleSwitcher();
    await settled();
    const field = dialog().querySelector('input');
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise(done => setTimeout(done, 200));
    await settled();
}

test('it shows rooms with what is unread, and Enter opens the chosen one', async () => {
    await open();
    assert.deepEqual(rows(), ['garden', 'Grace Hopper', 'general']);
    assert.equal(dialog().querySelector('li .badge').firstChild.textContent, '2');
    press('ArrowDown');
    press('Enter');
    assert.deepEqual([gone, dialog()], [['/room/dm'], null]);
});

test('a person with whom there is no conversation yet gets one', async () => {
    await open('lin');
    assert.deepEqual(rows(), ['Linus T']);
    press('Enter');
    await settled();
    assert.deepEqual(gone, ['/room/new-direct']);
    assert.deepEqual(asked.find(([what]) => what === 'POST /chat/direct')[1], { user_id: 'linus' });
});

test('a person with whom there is one is shown once, and found by their username', async () => {
    await open('gho');
    assert.deepEqual(rows(), ['Grace Hopper']);
    dialog().close();
});

test('what is called nothing is said', async () => {
    await open('zzz');
    assert.match(dialog().querySelector('.switcher-hint').textContent, /zzz/);
    toggleSwitcher();
    assert.equal(dialog(), null);
});

test('steps lead through the rooms of the list, and through the unread ones', () => {
    document.body.append(elementFrom(`<nav id="rooms"><a data-room="a" href="#"></a><a data-room="b" href="#" aria-current="page"></a>
        <a data-room="c" href="#"></a><a data-room="x" class="other" href="#"></a><a data-room="d" class="unread" href="#"></a></nav>`));
    document.querySelectorAll('#rooms a').forEach(link => (link.ariaCurrent = link.getAttribute('aria-current')));
    for (const [way, onlyUnread] of [[1, false], [-1, false], [1, true], [-1, true]]) step(way, onlyUnread);
    assert.deepEqual(gone, ['/room/c', '/room/a', '/room/d', '/room/d']);
});

test('everything is marked read: rooms by their newest message, threads by their last reply', async () => {
    await readAll();
    assert.deepEqual(asked.filter(([what]) => what.startsWith('POST')), [
        ['POST /chat/room/garden/read', { message_id: 'm9' }], ['POST /chat/threads/r1/read', { message_id: 'm12' }],
    ]);
});

test('that not everything could be marked read is said', async () => {
    const answered = globalThis.fetch;
    globalThis.fetch = (url, options) => url.includes('/threads/') ? Promise.resolve(new Response('{"detail":"Too fast."}', { status: 429 })) : answered(url, options);
    const announcer = document.querySelector('#announcer');
    const told = new Promise(done => new MutationObserver(done).observe(announcer, { childList: true }));
    await readAll();
    await told;
    assert.match(announcer.textContent, /Too fast\.$/);
});

test('who comes to a room by keyboard writes there', async () => {
    document.body.append(elementFrom('<nav id="rooms"><a data-room="a" href="#"></a></nav>'), elementFrom('<main class="conversation"><chat-composer><textarea></textarea></chat-composer></main>'));
    step(1, false);
    document.activeElement?.blur();
    document.dispatchEvent(new Event('page-updated'));
    assert.equal(document.activeElement, document.querySelector('textarea'));
});
