import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import './fakes/dom.js';
import { startsNewCircuits } from '../../BlazorChat.Web/wwwroot/js/circuit/new-circuit.js';

const marker = (place, descriptor) => ({ type: 'server', key: { locationHash: place, formattedComponentKey: '' }, descriptor, sequence: 0, prerenderId: 'a' });
const comment = marker => `<!--Blazor:${JSON.stringify(marker)}-->drawn<!--Blazor:{"prerenderId":"a"}-->`;
const page = state => `<html><body>${comment(marker('rooms', 'new rooms'))}${comment(marker('members', 'new members'))}
    <!--Blazor-Server-Component-State:${state}--></body></html>`;
const batch = () => JSON.stringify({ batchId: 7, operations: [
    { type: 'add', ssrComponentId: 1, marker: marker('rooms', 'old rooms') },
    { type: 'add', ssrComponentId: 2, marker: marker('members', 'old members') },
    { type: 'add', ssrComponentId: 3, marker: marker('header', 'gone') },
    { type: 'remove', ssrComponentId: 4 },
] });

let connection, sent, answers, got;

beforeEach(() => {
    [sent, answers, got] = [[], { StartCircuit: 'second' }, { status: 200, text: page('c3RhdGU=') }];
    globalThis.location = /** @type {any} */ ({ pathname: '/room/x', search: '?at=4' });
    globalThis.fetch = async url => {
        sent.push(['GET', url]);
        if (got.status === 0) throw new TypeError('no network');
        return new Response(got.text, { status: got.status });
    };
    const builder = { build: () => ({
        invoke: async (...call) => (sent.push(call), answers[call[0]] ?? null),
        send: async (...call) => void sent.push(call),
        stop: async () => void sent.push(['stop']),
    }) };
    startsNewCircuits(builder);
    connection = builder.build();
});

const resume = () => connection.invoke('ResumeCircuit', 'first', 'http://x/', 'http://x/room/x', '[]', '');

test('where the server resumes the circuit nothing else is asked for', async () => {
    answers.ResumeCircuit = 'resumed';
    assert.equal(await resume(), 'resumed');
    await connection.send('UpdateRootComponents', batch(), 'old state');
    assert.deepEqual(sent.slice(1), [['UpdateRootComponents', batch(), 'old state']]);
});

test('where it cannot, a new circuit is started on the same connection', async () => {
    assert.equal(await resume(), 'second');
    assert.deepEqual(sent.slice(1), [['GET', '/room/x?at=4'], ['StartCircuit', 'http://x/', 'http://x/room/x', '[]', '']]);
});

test('the islands are described as the page drawn now describes them, once', async () => {
    await resume();
    sent.length = 0;
    await connection.send('UpdateRootComponents', batch(), 'old state');
    await connection.send('UpdateRootComponents', batch(), 'old state');

    const [, operations, state] = sent[0];
    assert.equal(state, 'c3RhdGU=');
    assert.deepEqual(JSON.parse(operations).operations.map(({ marker }) => marker?.descriptor), ['new rooms', 'new members', undefined]);
    assert.deepEqual(sent[1], ['UpdateRootComponents', batch(), 'old state']);
});

test('one who is not let in any more gets no circuit', async () => {
    got.status = 401;
    assert.equal(await resume(), null);
    assert.equal(sent.some(([method]) => method === 'StartCircuit'), false);
});

test('where the page cannot be asked for, the connection ends, so that all of it is tried again', async () => {
    got.status = 0;
    await assert.rejects(resume);
    assert.deepEqual(sent.at(-1), ['stop']);
});
