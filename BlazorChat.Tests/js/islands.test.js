import { click } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import { settled } from './fakes/clock.js';
import { reconnectionHandler, sleep, wake } from '../../BlazorChat.Web/wwwroot/js/circuit/circuit.js';
import { wrapLine } from '../../BlazorChat.Web/wwwroot/js/circuit/circuit-line.js';
import { isWanted } from '../../BlazorChat.Web/wwwroot/js/circuit/controls.js';
import { followNavigation } from '../../BlazorChat.Web/wwwroot/js/circuit/drawn.js';
import { listen, unlisten } from '../../BlazorChat.Web/wwwroot/js/islands.js';
import { giveUpDialog, startDialogs } from '../../BlazorChat.Web/wwwroot/js/page/dialogs.js';

// Blazor and its connection, as far as scripts know them.
const heard = new Map();
globalThis.Blazor = {
    addEventListener: (name, act) => heard.set(name, act),
    resumeCircuit: async () => !!await line.invoke('ResumeCircuit', 'circuit'),
};
mock.timers.enable({ apis: ['setTimeout'] });
let state = 'Disconnected';
const builder = { build: () => Object.create({ get state() { return state; } }, Object.getOwnPropertyDescriptors({
    start: async () => void (state = 'Connected'),
    stop: async () => {
        state = 'Disconnected';
        setImmediate(() => reconnectionHandler.onConnectionDown());
    },
    invoke: async () => 'circuit',
    send: async () => {},
    on: () => {},
})) };
wrapLine(builder);
const line = builder.build();
navigator.sendBeacon = () => true;
globalThis.fetch = async () => new Response('<html></html>');
followNavigation();
startDialogs();

const navigation = name => heard.get(`enhancednavigation${name}`)();

let told, answers, handle;
const island = { invokeMethodAsync: (_, __, json) => (told.push(JSON.parse(json).dialog), answers()) };

function show(room) {
    document.body.innerHTML = `<main data-me="ada" data-room="${room}" data-cursor="e-1"></main><button data-dialog="leave"></button>`;
}

async function rest() {
    for (let n = 0; n < 10; n++) await settled();
}

beforeEach(async () => {
    [told, answers] = [[], async () => {}];
    giveUpDialog();
    show('general');
    await wake();
    handle = listen(island, ['dialog']);
});

afterEach(() => unlisten(handle));

test('a dialog that is asked for opens once', async () => {
    click(document.querySelector('button'));
    await rest();
    assert.deepEqual([told, isWanted()], [['leave'], false]);
});

test('one that was asked for in a room that goes meanwhile does not open for the next', async () => {
    navigation('start');
    click(document.querySelector('button'));
    show('random');
    navigation('end');
    await rest();
    assert.deepEqual([told, isWanted()], [[], false]);
});

test('one that a circuit took with it opens in the next', async () => {
    answers = () => new Promise(() => {});
    click(document.querySelector('button'));
    await rest();
    await sleep();
    await wake();
    answers = async () => {};
    handle = listen(island, ['dialog']);
    await rest();
    assert.deepEqual(told, ['leave', 'leave']);
});
