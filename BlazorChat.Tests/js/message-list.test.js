import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { MessageList } from '../../BlazorChat.Web/wwwroot/js/timeline/message-list.js';
import { article, articles, message } from './fakes/messages.js';
import { viewer } from './fakes/viewer.js';

let items, list;

beforeEach(() => begin());

function begin(who = viewer()) {
    items = elementFrom('<div class="items"></div>');
    document.body.replaceChildren(items);
    list = new MessageList(items, who);
}

const pending = (clientId, user = 'ada') => elementFrom(`<article class="message pending" data-type="text" data-user="${user}"
    data-at="${message(99).timestamp}" data-client-id="${clientId}"><div class="content"><div class="text">On its way</div></div></article>`);
const numbers = () => list.articles.map(({ dataset }) => dataset.number ?? dataset.clientId);
/** Everything in order: separators by what they say, messages by their number. */
const lines = () => [...items.children].map(one => one.matches('.message') ? one.dataset.number : one.className);

test('a message that comes late stands where its number belongs', () => {
    for (const number of [1, 4, 2, 3]) list.put(article(number));
    assert.deepEqual(numbers(), ['1', '2', '3', '4']);
});

test('the oldest of all stands first', () => {
    for (const number of [2, 3, 1]) list.put(article(number));
    assert.deepEqual(numbers(), ['1', '2', '3']);
});

test('a message told twice is shown once, by the same element', () => {
    const shown = list.put(article(1));
    assert.equal(list.put(article(1)), shown);
    assert.deepEqual(numbers(), ['1']);
});

test('what is on its way stands below what is stored', () => {
    list.put(pending('c1'));
    list.put(article(7));
    assert.deepEqual(numbers(), ['7', 'c1']);
});

test('what is on its way stays in the order in which it was written', () => {
    for (const id of ['c1', 'c2', 'c3']) list.put(pending(id));
    assert.deepEqual(numbers(), ['c1', 'c2', 'c3']);
});

test('the event of what was on its way takes its element and gives it its place', () => {
    for (const id of ['c1', 'c2']) list.put(pending(id));
    const [first] = list.articles;
    list.put(article(1, { user_id: 'ada', client_id: 'c2' }));
    assert.deepEqual(numbers(), ['1', 'c1']);
    list.put(article(2, { user_id: 'ada', client_id: 'c1' }));
    assert.deepEqual(numbers(), ['1', '2']);
    assert.equal(list.articles[1], first);
    assert.equal(first.classList.contains('pending'), false);
});

test('the client id of somebody else is not mine', () => {
    list.put(pending('c1'));
    list.put(article(1, { user_id: 'grace', client_id: 'c1' }));
    assert.deepEqual(numbers(), ['1', 'c1']);
});

test('a page leaves those that are shown as they are: they may be newer than it', () => {
    list.put(article(2, { text: 'As it is now' }));
    list.putAll(articles(1, 3));
    assert.deepEqual(numbers(), ['1', '2', '3']);
    assert.equal(list.find('m2').querySelector('.text').textContent, 'As it is now');
});

test('filling leaves nothing of what was there', () => {
    list.putAll([...articles(1, 3), pending('c1')]);
    list.fill(articles(5, 6));
    assert.deepEqual(lines(), ['day', '5', '6']);
});

test('the oldest and the newest are those that are stored', () => {
    assert.deepEqual([list.oldest, list.newest], [null, null]);
    list.putAll([...articles(1, 3), pending('c1')]);
    assert.deepEqual([list.oldest.dataset.id, list.newest.dataset.id], ['m1', 'm3']);
});

test('messages soon after one another go under one name, until another speaks', () => {
    list.putAll([article(1), article(2), article(3, { user_id: 'linus' }), article(4)]);
    assert.deepEqual(list.articles.map(one => one.classList.contains('continues')), [false, true, false, false]);
});

test('one that comes between parts those around it', () => {
    list.putAll([article(1), article(3)]);
    assert.equal(list.find('m3').classList.contains('continues'), true);
    list.put(article(2, { user_id: 'linus' }));
    assert.equal(list.find('m3').classList.contains('continues'), false);
});

test('one that goes lets those around it together', () => {
    list.putAll([article(1), article(2, { user_id: 'linus' }), article(3)]);
    list.remove(list.find('m2'));
    assert.equal(list.find('m3').classList.contains('continues'), true);
});

test('each day begins with its name', () => {
    const tomorrow = message(2).timestamp + 24 * 3_600_000;
    list.putAll([article(1), article(2, { timestamp: tomorrow }), article(3, { timestamp: tomorrow + 1 })]);
    assert.deepEqual(lines(), ['day', '1', 'day', '2', '3']);
});

test('an older message of the same day takes the name of the day above itself', () => {
    list.put(article(2));
    list.put(article(1));
    assert.deepEqual(lines(), ['day', '1', '2']);
});

test('the first message of a day that goes leaves the name of the day to the next', () => {
    list.putAll(articles(1, 2));
    list.remove(list.find('m1'));
    assert.deepEqual(lines(), ['day', '2']);
});

test('the line "New" stands above the first unread one, which shows its name', () => {
    list.moveLine(2);
    list.putAll(articles(1, 3));
    assert.deepEqual(lines(), ['day', '1', 'new-line', '2', '3']);
    assert.equal(list.find('m2').classList.contains('continues'), false);
});

test('the line stays above the same message when older ones come', () => {
    list.moveLine(3);
    list.putAll(articles(3, 4));
    list.putAll(articles(1, 2));
    assert.deepEqual(lines(), ['day', '1', '2', 'new-line', '3', '4']);
});

test('there is one line, which moves and goes', () => {
    list.putAll(articles(1, 3));
    list.moveLine(2);
    list.moveLine(3);
    assert.deepEqual(lines(), ['day', '1', '2', 'new-line', '3']);
    list.moveLine(null);
    assert.deepEqual(lines(), ['day', '1', '2', '3']);
});

test('those that are let go take along what stood above them', () => {
    list.moveLine(2);
    list.putAll(articles(1, 7));
    list.letGo(0, 4);
    assert.deepEqual(lines(), ['day', '5', '6', '7']);
    list.letGo(2);
    assert.deepEqual([lines(), list.find('m1'), list.find('m7'), list.newest.dataset.number], [['day', '5', '6'], null, null, '6']);
});

test('the line is there again when its message is', () => {
    list.moveLine(2);
    list.putAll(articles(1, 4));
    list.letGo(0, 2);
    list.putAll(articles(1, 2));
    assert.deepEqual(lines(), ['day', '1', 'new-line', '2', '3', '4']);
});

test('quotes say what has become of the message', () => {
    list.putAll([article(1), article(2, { reply_to: 'm1' })]);
    const quote = list.find('m2').querySelector('.quote');
    list.requote(list.put(article(1, { text: 'Edited', edited: true })));
    assert.deepEqual([quote.querySelector('.name').textContent, quote.querySelector('.excerpt').textContent], ['grace', 'Edited']);
    list.requote(list.put(article(1, { deleted: true })));
    assert.deepEqual([quote.querySelector('.name'), quote.querySelector('.excerpt').textContent], [null, 'message deleted']);
    assert.equal(quote.classList.contains('gone'), true);
});

test('a reply that stands in the room, too, says what has become of its thread', () => {
    list.putAll([article(1), article(2)]);
    list.find('m2').querySelector('.content').prepend(elementFrom('<a class="in-thread" data-thread="m1">replied in a thread: <bdi>Message 1</bdi></a>'));
    const said = () => list.find('m2').querySelector('.in-thread').textContent;
    list.requote(list.put(article(1, { text: 'Edited', edited: true })));
    assert.equal(said(), 'replied in a thread: Edited');
    list.requote(article(1, { deleted: true })); // whether it is shown or not
    assert.equal(said(), 'replied in a thread: message deleted');
});

test('mine are marked, and those that mention me', () => {
    list.putAll([article(1, { user_id: 'ada', mentions: ['ada'] }), article(2, { mentions: ['linus', 'ada'] }), article(3, { mentions: ['adam'] })]);
    assert.deepEqual(list.articles.map(one => [one.classList.contains('mine'), one.classList.contains('mentions-me')]),
        [[true, false], [false, true], [false, false]]);
});

test('a reaction of mine is pressed', () => {
    list.put(article(1, { reactions: { '👍': ['grace', 'ada'], '❤️': ['grace'] } }));
    assert.deepEqual([...items.querySelectorAll('.reaction')].map(one => one.getAttribute('aria-pressed')), ['true', 'false']);
});

test('what somebody I blocked says is folded until I ask for it, and stays open when it changes', () => {
    begin(viewer({ blocked: new Set(['grace']) }));
    const shown = list.put(article(1, { text: 'Rude' }));
    assert.equal(shown.classList.contains('folded'), true);
    assert.doesNotMatch(shown.getAttribute('aria-label'), /Rude/);
    shown.querySelector('.fold button').click();
    assert.equal(shown.classList.contains('folded'), false);
    assert.match(shown.getAttribute('aria-label'), /Rude/);
    list.put(article(1, { text: 'Ruder' }));
    assert.equal(shown.classList.contains('folded'), false);
});
