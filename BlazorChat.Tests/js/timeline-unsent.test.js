import { click, elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { outboxStorage } from '../../BlazorChat.Web/wwwroot/js/outbox/outbox-storage.js';
import { Outbox } from '../../BlazorChat.Web/wwwroot/js/outbox/outbox.js';
import { MessageList } from '../../BlazorChat.Web/wwwroot/js/timeline/message-list.js';
import { placeOf } from '../../BlazorChat.Web/wwwroot/js/timeline/timeline-place.js';
import { Unsent } from '../../BlazorChat.Web/wwwroot/js/timeline/timeline-unsent.js';
import { settled } from './fakes/clock.js';
import { article, message } from './fakes/messages.js';
import { fakeStorage } from './fakes/storage.js';
import { viewer } from './fakes/viewer.js';

let items, list, outbox, unsent, storage, answers;

beforeEach(() => {
    items = elementFrom('<div class="items"></div>');
    document.body.replaceChildren(items);
    [storage, answers] = [fakeStorage(), []];
    list = new MessageList(items, viewer());
    outbox = open();
    unsent = new Unsent({ outbox, list, viewer: viewer(), position: { keep: change => change() }, place: placeOf({ room: 'general' }) });
    outbox.subscribe(change => change.kind === 'added' ? unsent.show(change.entry) : unsent.changed(change));
    items.addEventListener('click', ({ target }) => unsent.clicked(target));
});

const open = () => new Outbox({
    storage: outboxStorage('ada', storage),
    post: () => new Promise(done => answers.push(done)),
    rest: () => new Promise(() => {}),
    now: () => message(50).timestamp,
    newId: () => `c${++ids}`,
    alone: (_, act) => act(),
});
let ids = 0;

const write = text => outbox.add('general', text);
const mine = (number, { clientId, text }) => message(number, { user_id: 'ada', client_id: clientId, text });
/** The event of a message, as the timeline and the outbox hear it. */
function told(one) {
    const fresh = elementFrom(one.item_html);
    list.put(fresh);
    outbox.confirm(one.client_id);
}
async function answered(status, body) {
    await settled();
    answers.shift()({ ok: status >= 200 && status < 300, status, body, retryAfter: null });
    await settled();
}
const stored = (number, entry) => answered(201, { status: 'sent', message: mine(number, entry) });
const shown = () => list.articles.map(({ dataset, className }) =>
    [dataset.number ?? null, ['pending', 'failed'].find(state => className.split(' ').includes(state)) ?? 'stored']);

test('what I send is shown at once', () => {
    list.put(article(1));
    write('Hello');
    assert.deepEqual(shown(), [['1', 'stored'], [null, 'pending']]);
});

test('the answer comes first, then the event: one message', async () => {
    const entry = write('Hello');
    await stored(1, entry);
    assert.deepEqual(shown(), [['1', 'stored']]);
    told(mine(1, entry));
    assert.deepEqual(shown(), [['1', 'stored']]);
});

test('the event comes first, then the answer: one message', async () => {
    const entry = write('Hello');
    told(mine(1, entry));
    assert.deepEqual(shown(), [['1', 'stored']]);
    await stored(1, entry);
    assert.deepEqual(shown(), [['1', 'stored']]);
    assert.deepEqual(outbox.of('general'), []);
});

test('the answer puts a message where its number belongs among those of others', async () => {
    const entry = write('Hello');
    list.put(article(2));
    await stored(1, entry);
    assert.deepEqual(shown(), [['1', 'stored'], ['2', 'stored']]);
});

test('what is refused says why and can be discarded', async () => {
    write('Hello');
    await answered(403, { detail: 'You are muted.' });
    assert.deepEqual(shown(), [[null, 'failed']]);
    assert.equal(items.querySelector('.failure span').textContent, 'Not sent. You are muted.');
    click(items.querySelector('[data-act=discard]'));
    assert.deepEqual(shown(), []);
});

test('what is written when one is signed out says so, offers to sign in, and is kept', async () => {
    const entry = write('Hello');
    await answered(401, { code: 'not_signed_in', detail: 'Sign in first: by cookie, or with a bearer token from /auth/token.' });
    assert.equal(items.querySelector('.failure span').textContent, 'Not sent. You are signed out. Sign in');
    assert.match(items.querySelector('.failure a').getAttribute('href'), /^\/account\/login\?returnUrl=/);
    outbox.retry(entry.clientId);
    await answered(403, { detail: 'You are muted.' });
    assert.equal(items.querySelector('.failure a'), null);
});

test('what failed can be sent again', async () => {
    const entry = write('Hello');
    await answered(0, null);
    click(items.querySelector('[data-act=retry]'));
    assert.deepEqual(shown(), [[null, 'pending']]);
    await stored(1, entry);
    assert.deepEqual(shown(), [['1', 'stored']]);
});

test('what was written after a message that does not get through waits behind it', async () => {
    const entries = [write('One'), write('Two')];
    await answered(0, null);
    assert.deepEqual(shown(), [[null, 'failed'], [null, 'failed']]);
    outbox.retryAll();
    await stored(1, entries[0]);
    await stored(2, entries[1]);
    assert.deepEqual(shown(), [['1', 'stored'], ['2', 'stored']]);
});

test('what another tab has sent meanwhile goes from here', async () => {
    const entry = write('One');
    outbox.confirm(entry.clientId);
    assert.deepEqual(shown(), []);
});

test('of what waits, a page shows what it does not hold already', () => {
    const entries = [write('One'), write('Two')];
    list.fill([elementFrom(mine(1, entries[0]).item_html)]);
    unsent.showAll();
    assert.deepEqual(shown(), [['1', 'stored'], [null, 'pending']]);
    assert.deepEqual(outbox.of('general').map(({ text }) => text), ['Two']);
});
