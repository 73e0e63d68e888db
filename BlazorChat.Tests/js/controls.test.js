import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import './fakes/dom.js';
import { expect, isWanted, onceUnused, want, wantNoMore } from '../../BlazorChat.Web/wwwroot/js/circuit/controls.js';

const mutations = () => new Promise(setImmediate).then(() => new Promise(setImmediate));
let acts;

beforeEach(() => {
    mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.now() + 60_000 });
    document.body.innerHTML = '';
    wantNoMore();
    acts = 0;
});
afterEach(() => mock.timers.reset());

test('a dialog is wanted for ten seconds, or until it has opened', () => {
    want();
    mock.timers.tick(9_999);
    assert.ok(isWanted());
    mock.timers.tick(1);
    assert.ok(!isWanted());
    want();
    wantNoMore();
    assert.ok(!isWanted());
});

test('what waits for a dialog goes on when it has closed', async () => {
    want();
    onceUnused(() => acts++);
    document.body.innerHTML = '<div class="mud-dialog"></div>';
    await mutations();
    assert.equal(acts, 0);
    document.body.innerHTML = '';
    await mutations();
    assert.equal(acts, 1);
});

test('it goes on as well when the dialog does not come', () => {
    want();
    onceUnused(() => acts++);
    mock.timers.tick(9_999);
    assert.equal(acts, 0);
    mock.timers.tick(2);
    assert.equal(acts, 1);
});

test('what is about to be asked for is waited for a little, and again', () => {
    expect();
    onceUnused(() => acts++);
    mock.timers.tick(1_500);
    expect();
    mock.timers.tick(1_999);
    assert.equal(acts, 0);
    mock.timers.tick(2);
    assert.equal(acts, 1);
});

test('where none is open or wanted there is nothing to wait for', () => {
    onceUnused(() => acts++);
    mock.timers.tick(60_000);
    assert.equal(acts, 0);
});
