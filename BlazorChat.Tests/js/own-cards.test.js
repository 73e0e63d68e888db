import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { elementFrom } from './fakes/dom.js';

const rooms = [{ id: 'general', name: 'General', kind: 'public', topic: 'All of us' }, { id: 'x1', name: 'Plans', kind: 'private', topic: '' }];
const message = { id: '7', room_id: 'general', user_id: 'ada', username: 'ada', display_name: 'Ada', html: 'so <strong>it</strong> is', timestamp: 0, deleted: false };
let asked = [];
globalThis.fetch = async url => {
    asked.push(url);
    const answer = url.endsWith('/rooms') ? { rooms }
        : url.includes('/threads/9') ? { root: { ...message, id: '8' }, messages: [{ ...message, id: '9', html: 'a reply' }] }
        : url.includes('around=7') ? { messages: [message] }
        : url.includes('around=6') ? { messages: [{ ...message, id: '6', deleted: true }] } : null;
    return new Response(JSON.stringify(answer), { status: answer ? 200 : 400, headers: { 'Content-Type': 'application/json' } });
};
const { forget, goalOf } = await import('../../BlazorChat.Web/wwwroot/js/links/own-links.js');
const { drawOwnCards } = await import('../../BlazorChat.Web/wwwroot/js/timeline/own-cards.js');

const viewer = { blocked: new Set() };
const settled = async () => { for (let i = 0; i < 5; i++) await new Promise(setImmediate); };
const articleWith = (...hrefs) => {
    const article = elementFrom(`<article class="message"><div class="content"><div class="text">${hrefs.map(href => `<a href="${href}">${href}</a>`).join(' ')}</div><div class="reactions"></div></div></article>`);
    document.body.append(article);
    return article;
};
const cardsOf = article => [...article.querySelectorAll('.own-card')].map(card => card.textContent);

beforeEach(() => {
    forget();
    asked = [];
});

test('a link of our own is known by its address, and others are not', () => {
    const goal = href => goalOf(elementFrom(`<a href="${href}"></a>`));
    assert.deepEqual(goal('http://chat/room/general#message-7'), { room: 'general', message: '7', thread: null, key: 'general 7 null' });
    assert.equal(goal('http://chat/room/general?thread=9').thread, '9');
    assert.equal(goal('http://chat/room/general').message, null);
    for (const href of ['http://other/room/general', 'http://chat/account/manage', 'http://chat/room/', 'http://chat/room/a/b', 'https://chat/room/general', 'mailto:a@chat']) assert.equal(goal(href), null, href);
});

test('cards show messages, replies and rooms, each once, below the text', async () => {
    const article = articleWith('http://chat/room/general#message-7', 'http://chat/room/general#message-7', 'http://chat/room/general?thread=9', 'http://chat/room/general');
    drawOwnCards(article, viewer);
    await settled();
    assert.deepEqual(cardsOf(article).map(text => text.replace(/ · .*?(?=Ada)/, ' ')), ['#General Adaso it is', '#General Adaa reply', 'Room#GeneralAll of us']);
    assert.equal(article.querySelector('.text + .own-cards + .reactions') !== null, true);
    assert.deepEqual([...article.querySelectorAll('.own-card a')].map(link => link.getAttribute('href')), ['room/general#message-7', 'room/general?thread=9', 'room/general']);
    const before = asked.length;
    drawOwnCards(article, viewer);
    assert.equal(cardsOf(article).length, 3);
    await settled();
    assert.equal(asked.length, before);
});

test('what the reader may not see, what is deleted and what a blocked person said has no card', async () => {
    const article = articleWith('http://chat/room/secret#message-7', 'http://chat/room/general#message-6', 'http://chat/room/general#message-5');
    drawOwnCards(article, viewer);
    await settled();
    assert.deepEqual(cardsOf(article), []);
    assert.ok(!asked.some(url => url.includes('secret'))); // who is not in it need not even ask

    const blocked = articleWith('http://chat/room/general#message-7');
    drawOwnCards(blocked, { blocked: new Set(['ada']) });
    await settled();
    assert.deepEqual(cardsOf(blocked), []);
});

test('who shows it while it is being asked for waits for the same answer', async () => {
    const [first, second] = [articleWith('http://chat/room/general#message-7'), articleWith('http://chat/room/general#message-7')];
    drawOwnCards(first, viewer);
    first.remove(); // a message on its way, in whose place the sent one comes
    drawOwnCards(second, viewer);
    await settled();
    assert.equal(cardsOf(second).length, 1);
    assert.equal(asked.filter(url => url.includes('around=7')).length, 1);
});

test('a timeline is told before a message grows', async () => {
    const article = articleWith('http://chat/room/x1');
    let grow = null;
    article.addEventListener('chat-grows', event => {
        event.preventDefault();
        grow = event.detail;
    });
    drawOwnCards(article, viewer);
    await settled();
    assert.deepEqual(cardsOf(article), []);
    grow();
    assert.deepEqual(cardsOf(article), ['Private room#Plans']);
});
