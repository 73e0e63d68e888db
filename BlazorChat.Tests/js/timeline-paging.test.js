import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { MessageList } from '../../BlazorChat.Web/wwwroot/js/timeline/message-list.js';
import { placeOf } from '../../BlazorChat.Web/wwwroot/js/timeline/timeline-place.js';
import { Paging } from '../../BlazorChat.Web/wwwroot/js/timeline/timeline-paging.js';
import { Span } from '../../BlazorChat.Web/wwwroot/js/timeline/timeline-span.js';
import { settled } from './fakes/clock.js';
import { article, articles, pageHtml } from './fakes/messages.js';
import { FakeServer } from './fakes/server.js';
import { viewer } from './fakes/viewer.js';

let server, timeline, items, list, span, paging, reader, reached;

beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout'] });
    server = new FakeServer();
    globalThis.fetch = server.fetch;
    begin();
});

afterEach(() => mock.timers.reset());

function begin(kind = 'public', roomName = 'General') {
    timeline = elementFrom(`<div data-room="general" data-kind="${kind}" data-room-name="${roomName}"><div class="items"></div></div>`);
    document.body.replaceChildren(timeline);
    items = timeline.firstElementChild;
    list = new MessageList(items, viewer());
    reader = { toTop: 5_000, toEnd: 0, atBottom: true, seen: () => null, keep: change => change(reader.seen()) };
    span = new Span(timeline, items, list);
    reached = 0;
    paging = new Paging({ timeline, items, list, position: reader, span, place: placeOf({ room: timeline.dataset.room }), onNewest: () => reached++ });
}

function shows(first, last, hasMore) {
    list.fill(articles(first, last));
    span.showsNewest({ hasMore });
}

const pages = (query, first, last, what) =>
    server.answers(`GET /chat/room/general/history?limit=50&${query}`, { html: pageHtml(articles(first, last), what) });
const asked = () => server.requests.map(({ url }) => url.split('limit=50&')[1]);
const numbers = () => list.articles.map(({ dataset }) => Number(dataset.number));
const beginning = () => items.querySelector('.beginning')?.textContent;
const atTop = () => Object.assign(reader, { toTop: 0, toEnd: 5_000, atBottom: false });

test('near the top older messages come, and stand above', async () => {
    shows(3, 4, true);
    pages('before=m3', 1, 2, { hasMore: false });
    atTop();
    await paging.follow();
    assert.deepEqual(numbers(), [1, 2, 3, 4]);
});

test('further down nothing is asked for', async () => {
    shows(3, 4, true);
    await paging.follow();
    assert.deepEqual(asked(), []);
});

test('where a room begins it says so, and asks for no more', async () => {
    shows(3, 4, true);
    assert.equal(beginning(), undefined);
    pages('before=m3', 2, 2, { hasMore: true });
    pages('before=m2', 1, 1);
    atTop();
    await paging.follow();
    assert.deepEqual(asked(), ['before=m3', 'before=m2']);
    assert.equal(beginning(), 'This is the beginning of #General');
    assert.equal(items.firstElementChild.className, 'beginning');
});

test('a direct conversation begins with the name of the other', () => {
    begin('direct', 'Grace');
    shows(1, 1, false);
    assert.equal(beginning(), 'This is the beginning of your conversation with Grace');
});

test('an empty room has no beginning until the first message came', () => {
    span.showsNewest({ hasMore: false });
    assert.equal(beginning(), undefined);
    list.put(article(1));
    span.markBeginning();
    assert.equal(beginning(), 'This is the beginning of #General');
});

test('while older messages are on their way their shapes stand there', async () => {
    shows(3, 4, true);
    let answer;
    server.answers('GET /chat/room/general/history', () => new Promise(done => (answer = done)));
    atTop();
    const followed = paging.follow();
    await settled();
    assert.equal(items.querySelectorAll('.skeleton').length, 3);
    answer({ html: pageHtml(articles(1, 2)) });
    await followed;
    assert.equal(items.querySelectorAll('.skeleton').length, 0);
});

test('what cannot be had is asked for again after a rest', async () => {
    shows(3, 4, true);
    server.answers('GET /chat/room/general/history', { status: 0 });
    atTop();
    const followed = paging.follow();
    await settled();
    mock.timers.tick(2_999);
    await settled();
    assert.equal(asked().length, 1);
    pages('before=m3', 1, 2);
    mock.timers.tick(1);
    await followed;
    assert.deepEqual(numbers(), [1, 2, 3, 4]);
});

test('scrolling on while a page is under way asks for nothing twice', async () => {
    shows(3, 4, true);
    pages('before=m3', 1, 2);
    atTop();
    await Promise.all([paging.follow(), paging.follow()]);
    assert.deepEqual(asked(), ['before=m3']);
});

test('the messages around one take the place of what was shown', async () => {
    shows(90, 99, true);
    pages('around=m5', 4, 6, { hasMore: true, hasNewer: true });
    assert.equal(await paging.around('m5'), true);
    assert.deepEqual([numbers(), span.atNewest], [[4, 5, 6], false]);
});

test('where there is no such message what was shown stays', async () => {
    shows(90, 91, true);
    server.answers('GET /chat/room/general/history', { status: 404 });
    assert.equal(await paging.around('m5'), false);
    assert.deepEqual([numbers(), span.atNewest], [[90, 91], true]);
});

async function amongOld(last = 6) {
    shows(90, 99, true);
    pages('around=m5', 4, last, { hasMore: true, hasNewer: true });
    await paging.around('m5');
}

test('from an old part, newer pages come at its end, up to the newest', async () => {
    await amongOld();
    pages('after=m6', 7, 8, { hasMore: true });
    pages('after=m8', 9, 9);
    await paging.follow();
    assert.deepEqual([numbers(), span.atNewest, reached], [[4, 5, 6, 7, 8, 9], true, 1]);
});

test('a message that came while what is around another was under way is asked for, too', async () => {
    shows(90, 91, true);
    server.answers('GET /chat/room/general/history?limit=50&around=m5', () => {
        span.told(7);
        return { html: pageHtml(articles(4, 6)) };
    });
    await paging.around('m5');
    assert.equal(span.atNewest, false);
    pages('after=m6', 7, 7);
    await paging.follow();
    assert.deepEqual([numbers(), span.atNewest], [[4, 5, 6, 7], true]);
});

test('what changed while what is around it was under way is changed in it, too', async () => {
    shows(90, 91, true);
    server.answers('GET /chat/room/general/history?limit=50&around=m5', async () => {
        await settled();
        paging.changed('m5', () => list.find('m5') && list.put(article(5, { text: 'Edited' })));
        return { html: pageHtml(articles(4, 6)) };
    });
    await paging.around('m5');
    assert.equal(list.find('m5').querySelector('.text').textContent, 'Edited');
});

test('a page whose neighbour was let go meanwhile is not shown, because of the hole', async () => {
    shows(5, 9, true);
    server.answers('GET /chat/room/general/history?limit=50&before=m5', () => {
        span.leave(3);
        return { html: pageHtml(articles(3, 4), { hasMore: true }) };
    });
    pages('before=m8', 1, 7);
    atTop();
    await paging.follow();
    assert.deepEqual([numbers(), asked()], [[1, 2, 3, 4, 5, 6, 7, 8, 9], ['before=m5', 'before=m8']]);
});

test('far back the newest are let go, and come again in order on the way down', async () => {
    shows(1_000, 1_299, true);
    Object.assign(reader, { toTop: 0, toEnd: 5_000, atBottom: false, seen: () => list.find('m1000') });
    pages('before=m1000', 950, 999, { hasMore: true });
    const way = paging.follow();
    reader.toTop = 5_000;
    await way;
    assert.deepEqual([numbers()[0], numbers().at(-1), span.atNewest], [950, 1_149, false]);

    Object.assign(reader, { toEnd: 0, seen: () => list.newest });
    for (const first of [1_150, 1_200, 1_250]) pages(`after=m${first - 1}`, first, first + 49, { hasMore: first < 1_250 });
    await paging.follow();
    assert.equal(span.atNewest, true);
    assert.deepEqual(numbers(), Array.from({ length: numbers().length }, (_, i) => 1_300 - numbers().length + i));
});

test('a message that came while the last page was under way is asked for, too', async () => {
    await amongOld();
    server.answers('GET /chat/room/general/history?limit=50&after=m6', () => {
        span.told(8);
        return { html: pageHtml(articles(7, 7)) };
    });
    pages('after=m7', 8, 8);
    await paging.follow();
    assert.deepEqual([numbers(), span.atNewest], [[4, 5, 6, 7, 8], true]);
});

test('what changed while a page was under way is changed in it, too', async () => {
    shows(3, 4, true);
    server.answers('GET /chat/room/general/history', async () => {
        await settled();
        paging.changed('m2', () => list.find('m2') && list.put(article(2, { text: 'Edited' })));
        return { html: pageHtml(articles(1, 2)) };
    });
    atTop();
    await paging.follow();
    assert.equal(list.find('m2').querySelector('.text').textContent, 'Edited');
});

test('what changed before is not done again to a later page', async () => {
    shows(5, 6, true);
    atTop();
    let times = 0;
    server.answers('GET /chat/room/general/history?limit=50&before=m5', async () => {
        await settled();
        paging.changed('m4', () => times++);
        return { html: pageHtml(articles(3, 4), { hasMore: true }) };
    });
    pages('before=m3', 1, 2);
    await paging.follow();
    assert.equal(times, 1);
});

test('what was let go can be had again', async () => {
    shows(1, 4, false);
    assert.notEqual(beginning(), undefined);
    span.leave(2);
    assert.equal(beginning(), undefined);
    pages('before=m3', 1, 2);
    atTop();
    await paging.follow();
    assert.deepEqual(numbers(), [1, 2, 3, 4]);
});

test('a timeline that has gone asks for nothing more', async () => {
    shows(3, 4, true);
    atTop();
    timeline.remove();
    await paging.follow();
    assert.deepEqual(asked(), []);
});
