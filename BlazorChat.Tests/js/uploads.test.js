import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Uploads } from '../../BlazorChat.Web/wwwroot/js/files/uploads.js';
import { FakeClock, settled } from './fakes/clock.js';
import { FakeUploads, busy, nothing, refused, unable } from './fakes/uploads.js';

const MiB = 1024 * 1024;

let clock, server, uploads, changes;

beforeEach(() => {
    let ids = 0;
    [clock, server, changes] = [new FakeClock(), new FakeUploads(), []];
    uploads = new Uploads({
        ...server.line(), rest: clock.rest, random: () => 1, now: clock.now, newId: () => `id-${++ids}`,
    });
    uploads.subscribe(({ kind, upload, text }) => changes.push({ kind, name: upload.file.name, state: upload.state, text }));
});

// As large as it says, without its bytes.
const file = (name, size = 10) => ({ name, size, slice: (from, to) => ({ size: Math.min(to, size) - from }) });
const [general, lobby] = [{ room: 'general', roomName: 'General' }, { room: 'lobby', roomName: 'Lobby' }];
const of = room => uploads.all.filter(upload => upload.room === room);
const send = (...names) => uploads.add(general, names.map(name => file(name)), '');
const states = () => of('general').map(({ file, state }) => `${file.name} ${state}`);
const names = () => server.posted.map(({ name }) => name);

test('a file is announced, sent and posted, and then it is gone once its message is here', async () => {
    send('a');
    await settled();
    assert.deepEqual(server.asked, ['announce 10', 'send u1 0+10', 'post a']);
    assert.deepEqual(states(), ['a sent']);
    uploads.confirm(server.posted[0].client);
    assert.deepEqual([states(), changes.at(-1).kind], [[], 'sent']);
});

test('where no event comes it does not stay for ever', async () => {
    send('a');
    await clock.pass(2_000);
    assert.deepEqual(states(), []);
});

test('what is said goes with the first file, and so does what it answers', async () => {
    uploads.add(general, [file('a'), file('b')], 'Look', { id: '7', name: 'grace', excerpt: 'Hi' });
    await settled();
    assert.deepEqual(server.posted.map(({ name, text, reply }) => [name, text, reply]), [['a', 'Look', '7'], ['b', '', null]]);
});

test('a large file goes in pieces', async () => {
    uploads.add(general, [file('a', 20 * MiB)], '');
    await settled();
    assert.deepEqual(server.asked.filter(one => one.startsWith('send')),
        [`send u1 0+${8 * MiB}`, `send u1 ${8 * MiB}+${8 * MiB}`, `send u1 ${16 * MiB}+${4 * MiB}`]);
});

test('two are on their way at a time', async () => {
    const letGo = server.hold('send');
    send('a', 'b', 'c');
    await settled();
    assert.deepEqual(states(), ['a moving', 'b moving', 'c waiting']);
    letGo();
    await settled();
    assert.deepEqual(names(), ['a', 'b', 'c']);
});

test('they are posted in the order in which they were chosen, whichever is faster', async () => {
    const letGo = server.hold('send u1');
    send('slow', 'quick');
    await settled();
    assert.deepEqual(states(), ['slow moving', 'quick here']);
    letGo();
    await settled();
    assert.deepEqual(names(), ['slow', 'quick']);
});

test('another room does not wait for this one', async () => {
    server.hold('send u1');
    send('slow');
    uploads.add(lobby, [file('quick')], '');
    await settled();
    assert.deepEqual(names(), ['quick']);
});

test('one that fails holds up no other', async () => {
    server.interrupt('announce', refused(413, 'A file may have up to 25 MB.'));
    send('huge', 'small');
    await settled();
    assert.deepEqual(names(), ['small']);
    assert.equal(of('general')[0].reason, 'A file may have up to 25 MB.');
});

test('after the line broke it goes on from where the server stands', async () => {
    server.interrupt('send u1', nothing);
    const letGo = server.hold('send u1');
    uploads.add(general, [file('a', 10)], '');
    await settled();
    server.stands('u1', 6);
    letGo();
    await settled();
    assert.deepEqual([of('general')[0].notice, states()], ['Waiting for the connection…', ['a moving']]);
    await clock.pass(500);
    assert.deepEqual(server.asked, ['announce 10', 'send u1 0+10', 'find u1', 'send u1 6+4', 'post a']);
});

test('it asks again after longer and longer while there is no connection, and at once when it is back', async () => {
    server.interrupt('send', nothing);
    server.interrupt('find', nothing, nothing);
    send('a');
    await clock.pass(500);
    assert.equal(server.asked.length, 3);
    await clock.pass(999);
    assert.equal(server.asked.length, 3);
    await clock.pass(1);
    assert.equal(server.asked.length, 4);
    uploads.wake();
    await settled();
    assert.deepEqual(names(), ['a']);
});

test('a request that hangs since the network was away is made again when it is back', async () => {
    const letGo = server.hold('send');
    send('a');
    await settled();
    uploads.restart();
    letGo();
    await settled();
    assert.deepEqual(server.asked, ['announce 10', 'send u1 0+10', 'find u1', 'send u1 0+10', 'post a']);
});

test('a wrong offset is asked after', async () => {
    server.interrupt('send u1 0', refused(409, 'It does not stand there.', 'wrong_offset'));
    send('a');
    await settled();
    assert.deepEqual(server.asked, ['announce 10', 'send u1 0+10', 'find u1', 'send u1 0+10', 'post a']);
});

test('a server that always says so is believed in the end', async () => {
    server.interrupt('send', ...Array.from({ length: 6 }, () => refused(409, 'It does not stand there.', 'wrong_offset')));
    server.interrupt('find', ...Array.from({ length: 6 }, () => refused(409, 'It does not stand there.', 'wrong_offset')));
    send('a');
    await settled();
    assert.deepEqual(states(), ['a failed']);
});

test('an upload that the server no longer has begins again', async () => {
    server.interrupt('send u1', nothing);
    send('a');
    await settled();
    server.forget('u1');
    await clock.pass(500);
    assert.deepEqual(server.asked, ['announce 10', 'send u1 0+10', 'find u1', 'announce 10', 'send u2 0+10', 'post a']);
});

test('one that is gone when it is to be posted begins again, too', async () => {
    const letGo = server.hold('post');
    send('a');
    await settled();
    server.forget('u1');
    letGo();
    await settled();
    assert.deepEqual(server.asked.slice(2), ['post a', 'announce 10', 'send u2 0+10', 'post a']);
});

test('a lost answer is asked for again with the same client id', async () => {
    server.interrupt('post', nothing);
    send('a');
    await settled();
    await clock.pass(500);
    assert.deepEqual(server.asked.slice(2), ['post a', 'post a']);
    assert.equal(server.posted.length, 1);
});

test('a message whose event is faster than its answer is not posted again', async () => {
    server.interrupt('post', nothing);
    send('a');
    await settled();
    uploads.confirm(of('general')[0].clientId);
    await clock.pass(60_000);
    assert.deepEqual([server.asked.filter(one => one === 'post a').length, states()], [1, []]);
});

for (const status of [429, 503])
    test(`a server that is busy (${status}) is asked again when it says so`, async () => {
        server.interrupt('post', busy(status, 3));
        send('a');
        await clock.pass(2_999);
        assert.match(of('general')[0].notice, /It goes on in 3 s\.$/);
        assert.equal(server.posted.length, 0);
        await clock.pass(1);
        assert.deepEqual(names(), ['a']);
    });

for (const status of [400, 403, 404, 413, 507])
    test(`what the server refuses (${status}) says why, and goes out when the user tries again`, async () => {
        server.interrupt('post', refused(status, 'No.'));
        send('a');
        await settled();
        assert.deepEqual([states(), of('general')[0].reason], [['a failed'], 'No.']);
        await clock.pass(60_000);
        assert.equal(server.posted.length, 0);
        uploads.retry(of('general')[0].clientId);
        await settled();
        assert.deepEqual(names(), ['a']);
    });

test('what is cancelled ends at once, and the server need not keep it', async () => {
    const letGo = server.hold('send');
    send('a', 'b', 'c');
    await settled();
    uploads.discard(of('general')[0].clientId);
    await settled();
    assert.deepEqual(states(), ['b moving', 'c moving']);
    assert.ok(server.asked.includes('give up u1'));
    letGo();
    await settled();
    assert.deepEqual(names(), ['b', 'c']);
});

test('what was said about a file that is cancelled goes with the next one', async () => {
    server.hold('send');
    uploads.add(general, [file('a'), file('b')], 'Look');
    await settled();
    uploads.discard(of('general')[0].clientId);
    assert.deepEqual([of('general')[0].text, changes.at(-1).text], ['Look', '']);
});

test('where there is no next one it is given back', async () => {
    server.hold('send');
    uploads.add(general, [file('a')], 'Look');
    send('of another time');
    await settled();
    uploads.discard(of('general')[0].clientId);
    assert.equal(changes.find(({ kind }) => kind === 'discarded').text, 'Look');
});

test('what is on its way or failed would be lost with the page, what is sent would not', async () => {
    assert.equal(uploads.wouldBeLost, false);
    const letGo = server.hold('send');
    server.interrupt('post a', refused(403, 'No.'));
    send('a', 'b');
    await settled();
    assert.equal(uploads.wouldBeLost, true);
    letGo();
    await settled();
    assert.deepEqual([states(), uploads.wouldBeLost], [['a failed', 'b sent'], true]);
    uploads.discard(of('general')[0].clientId);
    assert.equal(uploads.wouldBeLost, false);
});

test('a server that says again and again that it cannot is believed, and the next file has its turn', async () => {
    server.interrupt('post a', ...Array.from({ length: 6 }, () => unable('This file cannot be checked for viruses now.')));
    send('a', 'b');
    await settled();
    assert.equal(of('general')[0].notice, 'This file cannot be checked for viruses now. It goes on in 1 s.');
    await clock.pass(60_000);
    assert.deepEqual([of('general').map(({ state, reason }) => [state, reason])[0], names()],
        [['failed', 'This file cannot be checked for viruses now.'], ['b']]);
});

test('a server that says it stands elsewhere, and then does not, is not asked for ever', async () => {
    server.interrupt('send', ...Array.from({ length: 20 }, () => refused(409, 'It does not stand there.', 'wrong_offset')));
    send('a');
    await clock.pass(60_000);
    assert.deepEqual(states(), ['a failed']);
});

test('how far it is is told now and then, and the last of it, too', async () => {
    server.hold('post');
    const told = [];
    uploads.subscribe(({ kind, upload }) => kind === 'progress' && told.push(upload.moved / MiB));
    uploads.add(general, [file('a', 20 * MiB)], '');
    await settled();
    assert.deepEqual(told, [0]);
    await clock.pass(200);
    assert.deepEqual(told, [0, 20]);
});
