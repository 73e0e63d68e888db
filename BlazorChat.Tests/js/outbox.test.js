import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { outboxStorage } from '../../BlazorChat.Web/wwwroot/js/outbox/outbox-storage.js';
import { Outbox } from '../../BlazorChat.Web/wwwroot/js/outbox/outbox.js';
import { FakeClock, settled } from './fakes/clock.js';
import { fakeStorage } from './fakes/storage.js';

let clock, storage, posted, answers, changes;

beforeEach(() => {
    [clock, storage, posted, answers, changes] = [new FakeClock(), fakeStorage(), [], [], []];
});

const sent = { ok: true, status: 201, body: { status: 'sent', message: { id: '1' } }, retryAfter: null };
const down = { ok: false, status: 0, body: null, retryAfter: null };
const refused = detail => ({ ok: false, status: 403, body: { detail }, retryAfter: null });
const busy = seconds => ({ ok: false, status: 429, body: null, retryAfter: seconds });

/** Each post is answered by the next of `answers`; once they are used up, it stays under way. */
function openOutbox({ alone = (_, act) => act(), ids = 0 } = {}) {
    const outbox = new Outbox({
        storage: outboxStorage('ada', storage),
        post: body => {
            posted.push(body);
            return answers.length ? Promise.resolve(answers.shift()) : new Promise(() => {});
        },
        rest: clock.rest,
        now: () => clock.time++,
        newId: () => `id-${++ids}`,
        alone,
    });
    outbox.subscribe(({ kind, entry, notice }) => changes.push([kind, entry.text, notice ?? entry.reason].filter(Boolean)));
    return outbox;
}

const states = outbox => outbox.of('general').map(({ text, state }) => `${text} ${state}`);

test('a message is sent with its client id, its room and what it answers', async () => {
    openOutbox().add('general', 'hello', { id: '7', name: 'grace', excerpt: 'hi' });
    await settled();
    assert.deepEqual(posted, [{ room_id: 'general', message: 'hello', client_id: 'id-1', reply_to: '7' }]);
});

test('what has been sent is kept no longer', async () => {
    answers.push(sent);
    const outbox = openOutbox();
    outbox.add('general', 'hello');
    await settled();
    assert.deepEqual(changes, [['added', 'hello'], ['sent', 'hello']]);
    assert.deepEqual([outbox.of('general'), Object.keys(storage)], [[], []]);
});

test('what was sent before the scripts were there goes out at once, in its order, and once', async () => {
    for (const [text, at] of [['two', 2], ['one', 1]])
        outboxStorage('ada', storage).keep({ clientId: `early-${text}`, room: 'general', text, replyTo: null, at, state: 'pending', again: false, isEarly: true });
    answers.push(sent, sent);
    const outbox = openOutbox();
    assert.deepEqual(states(outbox), ['one pending', 'two pending']);
    await settled();
    assert.deepEqual(posted.map(({ client_id }) => client_id), ['early-one', 'early-two']);
    assert.deepEqual([outbox.of('general'), Object.keys(storage)], [[], []]);
});

test('messages of a room go out one at a time, in the order they were written', async () => {
    const outbox = openOutbox();
    let answer;
    answers.push({ then: resolve => (answer = resolve) });
    outbox.add('general', 'one');
    outbox.add('general', 'two');
    await settled();
    assert.deepEqual(posted.map(({ message }) => message), ['one']);
    answer(sent);
    await settled();
    assert.deepEqual(posted.map(({ message }) => message), ['one', 'two']);
});

test('a slow room holds up no other', async () => {
    const outbox = openOutbox();
    outbox.add('general', 'stuck');
    outbox.add('lobby', 'quick');
    await settled();
    assert.deepEqual(posted.map(({ room_id }) => room_id), ['general', 'lobby']);
});

test('what does not get through has failed at once, and so has what was written after it', async () => {
    answers.push(down);
    const outbox = openOutbox();
    outbox.add('general', 'one');
    outbox.add('general', 'two');
    await settled();
    assert.deepEqual(states(outbox), ['one failed', 'two failed']);
    assert.equal(posted.length, 1);
});

test('it goes out with the same client ids when the connection is back', async () => {
    answers.push(down, sent, sent);
    const outbox = openOutbox();
    outbox.add('general', 'one');
    outbox.add('general', 'two');
    await settled();
    outbox.retryAll();
    await settled();
    assert.deepEqual(posted.map(({ client_id }) => client_id), ['id-1', 'id-1', 'id-2']);
    assert.deepEqual(outbox.of('general'), []);
});

test('a new message does not overtake one that did not get through', async () => {
    answers.push(down, sent, sent);
    const outbox = openOutbox();
    outbox.add('general', 'one');
    await settled();
    outbox.add('general', 'two');
    await settled();
    assert.deepEqual(posted.map(({ message }) => message), ['one', 'one', 'two']);
});

test('too fast: it says when it goes on, and sends the same message then', async () => {
    answers.push(busy(2), sent);
    const outbox = openOutbox();
    outbox.add('general', 'one');
    await clock.pass(1_999);
    assert.deepEqual(changes.at(-1), ['waiting', 'one', 'You are sending too fast. It goes out in 2 s.']);
    assert.equal(posted.length, 1);
    await clock.pass(10);
    assert.deepEqual(posted.map(({ client_id }) => client_id), ['id-1', 'id-1']);
    assert.deepEqual(outbox.of('general'), []);
});

test('what was refused says why, is not tried again by itself, and holds up nothing', async () => {
    answers.push(refused('This room is archived.'), sent);
    const outbox = openOutbox();
    outbox.add('general', 'one');
    outbox.add('general', 'two');
    await settled();
    outbox.retryAll();
    await settled();
    assert.deepEqual(states(outbox), ['one failed']);
    assert.deepEqual(changes.find(([kind]) => kind === 'changed'), ['changed', 'one', 'This room is archived.']);
    assert.equal(posted.length, 2);
});

test('what was refused goes out when the user tries again', async () => {
    answers.push(refused('No.'), sent);
    const outbox = openOutbox();
    const { clientId } = outbox.add('general', 'one');
    await settled();
    outbox.retry(clientId);
    await settled();
    assert.deepEqual(outbox.of('general'), []);
});

test('what was discarded does not come back', async () => {
    answers.push(down);
    const outbox = openOutbox();
    const { clientId } = outbox.add('general', 'one');
    await settled();
    outbox.discard(clientId);
    outbox.retryAll();
    await settled();
    assert.deepEqual(changes.at(-1), ['discarded', 'one', 'It goes out when the connection is back.']);
    assert.deepEqual([posted.length, Object.keys(storage)], [1, []]);
});

test('what was under way when the page closed is there again, and goes out with the same client id', async () => {
    openOutbox().add('general', 'one');
    await settled();
    const reloaded = openOutbox({ ids: 10 });
    assert.deepEqual(states(reloaded), ['one failed']);
    answers.push(sent);
    reloaded.retryAll();
    await settled();
    assert.deepEqual(posted.map(({ client_id }) => client_id), ['id-1', 'id-1']);
    assert.deepEqual(Object.keys(storage), []);
});

test('another user of the same browser sees nothing of it', async () => {
    openOutbox().add('general', 'secret');
    assert.deepEqual(outboxStorage('grace', storage).all(), []);
});

test('a message whose event is faster than its answer is sent once', async () => {
    let answer;
    answers.push({ then: resolve => (answer = resolve) });
    const outbox = openOutbox();
    const { clientId } = outbox.add('general', 'one');
    await settled();
    outbox.confirm(clientId);
    answer(sent);
    await settled();
    assert.deepEqual(changes.map(([kind]) => kind), ['added', 'sent']);
});

test('what another tab has sent meanwhile is not sent again', async () => {
    let enter;
    const outbox = openOutbox({ alone: (_, act) => new Promise(done => (enter = () => done(act()))) });
    const entry = outbox.add('general', 'one');
    outboxStorage('ada', storage).drop(entry); // as the other tab does once it has its answer
    enter();
    await settled();
    assert.deepEqual([posted, outbox.of('general')], [[], []]);
});

test('where nothing can be stored messages go out all the same', async () => {
    storage.setItem = () => {
        throw new DOMException('Full', 'QuotaExceededError');
    };
    answers.push(sent);
    openOutbox().add('general', 'one');
    await settled();
    assert.deepEqual(changes, [['added', 'one'], ['sent', 'one']]);
});
