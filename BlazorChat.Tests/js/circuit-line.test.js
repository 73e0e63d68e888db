import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import './fakes/dom.js';
import { beginCircuit, endCircuit, reconnecting, wrapLine } from '../../BlazorChat.Web/wwwroot/js/circuit/circuit-line.js';

const marker = (place, descriptor) => ({ type: 'server', key: { locationHash: place, formattedComponentKey: '' }, descriptor, sequence: 0, prerenderId: 'a' });
const comment = marker => `<!--Blazor:${JSON.stringify(marker)}-->drawn<!--Blazor:{"prerenderId":"a"}-->`;
const subject = cursor => `<main data-me="me" data-room="x" data-cursor="${cursor}"></main>`;
const page = cursor => `<html><body>${subject(cursor)}${comment(marker('rooms', 'new rooms'))}${comment(marker('members', 'new members'))}
    <!--Blazor-Server-Component-State:c3RhdGU=--></body></html>`;
const batch = () => JSON.stringify({ batchId: 7, operations: [
    { type: 'add', ssrComponentId: 1, marker: marker('rooms', 'old rooms') },
    { type: 'add', ssrComponentId: 2, marker: marker('members', 'old members') },
    { type: 'add', ssrComponentId: 3, marker: marker('header', 'gone') },
    { type: 'remove', ssrComponentId: 4 },
] });

// As SignalR's: its state is a property of its kind.
class Connection {
    #state = 'Disconnected';
    get state() { return this.#state; }
    async start() {
        sent.push(['start']);
        if (isAway) throw new Error('away');
        this.#state = 'Connected';
    }
    async stop() { sent.push(['stop']); this.#state = 'Disconnected'; }
    async invoke(...call) { sent.push(call); return call[0] === 'StartCircuit' ? `circuit ${++circuits}` : call[0] === 'ConnectCircuit'; }
    async send(...call) { sent.push(call); }
    on(name, act) { if (name === 'JS.RenderBatch') this.renders = act; }
}

let sent, got, isAway;
let circuits = 0;

beforeEach(() => {
    [sent, got, isAway] = [[], { status: 200, text: page('e-9') }, false];
    document.body.innerHTML = subject('e-1');
    globalThis.fetch = async url => {
        sent.push(['GET', url]);
        return new Response(got.text, { status: got.status });
    };
    navigator.sendBeacon = (url, form) => sent.push(['beacon', form.get('circuitId')]) > 0;
});

function newLine() {
    const builder = { build: () => new Connection() };
    wrapLine(builder);
    return builder.build();
}

const asleep = async () => {
    const connection = newLine();
    await connection.start();
    await connection.invoke('ResumeCircuit', 'first', 'http://x/', 'http://x/room/x', '[]', '');
    return connection;
};

test('Blazor takes it for open, and nothing is asked of the server', async () => {
    const connection = newLine();
    await connection.start();
    const circuit = connection.invoke('StartCircuit', 'http://chat/', 'http://chat/room/general', '[]', 'state');
    await connection.send('OnLocationChanged', 'http://chat/room/x');

    assert.equal(connection.state, 'Connected');
    assert.deepEqual(sent, []);

    await beginCircuit();
    assert.deepEqual(sent, [['start'], ['StartCircuit', 'http://chat/', 'http://chat/room/general', '[]', '']]);
    assert.equal(await circuit, `circuit ${circuits}`);
});

test('a circuit after the first begins with islands as they are now, once', async () => {
    const connection = await asleep();
    await beginCircuit();
    assert.deepEqual(sent.map(([what]) => what).sort(), ['GET', 'StartCircuit', 'start']);

    sent.length = 0;
    await connection.send('UpdateRootComponents', batch(), 'old state');
    await connection.send('UpdateRootComponents', batch(), 'later state');
    const [, operations, state] = sent[0];
    assert.equal(state, 'c3RhdGU=');
    assert.deepEqual(JSON.parse(operations).operations.map(({ marker }) => marker?.descriptor), ['new rooms', 'new members', undefined]);
    assert.deepEqual(sent[1], ['UpdateRootComponents', batch(), 'later state']);
});

test('one who is not let in any more gets no circuit', async () => {
    await asleep();
    got.status = 401;
    await assert.rejects(beginCircuit);
    assert.equal(sent.some(([method]) => method === 'StartCircuit'), false);
});

test('where the server is away it goes on to sleep, and begins when it is back', async () => {
    const connection = await asleep();
    isAway = true;
    await assert.rejects(beginCircuit);
    assert.equal(connection.state, 'Connected');

    isAway = false;
    await beginCircuit();
    assert.equal(sent.at(-1)[0], 'StartCircuit');
});

test('a circuit that ends is given up at the server as well', async () => {
    const connection = await asleep();
    await beginCircuit();
    await endCircuit();

    assert.deepEqual(sent.slice(-2), [['beacon', `circuit ${circuits}`], ['stop']]);
    assert.equal(connection.state, 'Disconnected');
});

test('reconnecting is for real, and asks for the circuit that the server knows', async () => {
    await asleep();
    await beginCircuit();
    sent.length = 0;

    await reconnecting(async () => {
        const connection = newLine();
        await connection.start();
        return connection.invoke('ConnectCircuit', 'first');
    });

    assert.deepEqual(sent, [['start'], ['ConnectCircuit', `circuit ${circuits}`]]);
});

test('the events of a circuit that is gone are forgotten before the next', async () => {
    const rendered = [];
    const connection = await asleep();
    connection.on('JS.RenderBatch', (number, batch) => rendered.push([number, batch.length]));
    const emptyBatch = new Uint8Array(4 + 20);
    connection.renders(2, emptyBatch);
    connection.renders(3, emptyBatch);

    await connection.invoke('ResumeCircuit', 'first', 'http://x/', 'http://x/room/x', '[]', '');
    await connection.invoke('ResumeCircuit', 'first', 'http://x/', 'http://x/room/x', '[]', '');

    assert.deepEqual(rendered, [[2, 24], [3, 24], [4, 28]]);
});
