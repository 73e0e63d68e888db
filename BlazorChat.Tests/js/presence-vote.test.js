import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { PresenceVote } from '../../BlazorChat.Web/wwwroot/js/people/presence-vote.js';
import { fakeStorage } from './fakes/storage.js';

let time, one, two;

beforeEach(() => {
    time = 0;
    const storage = fakeStorage();
    [one, two] = ['one', 'two'].map(tab => new PresenceVote('ada', tab, storage, () => time));
});

test('who uses any tab is online', () => {
    one.active();
    assert.equal(two.status, 'online');
});

test('someone who hides one tab while using another is still online', () => {
    one.active();
    two.active();
    one.leave();
    assert.equal(one.status, 'online');
});

test('who hides the only one is away', () => {
    one.active();
    one.leave();
    assert.equal(one.status, 'away');
});

test('who does nothing for five minutes is away', () => {
    one.active();
    time = 5 * 60_000 - 1;
    assert.equal(one.status, 'online');
    time++;
    assert.equal(one.status, 'away');
});

test('of several tabs one tells the server that I am away', () => {
    one.active();
    one.leave();
    assert.deepEqual([one.takeNews(), two.takeNews()], ['away', null]);
});

test('and any of them that I am back', () => {
    one.takeNews();
    two.active();
    assert.deepEqual([one.takeNews(), two.takeNews()], ['online', null]);
});

test('a new stream makes me online, whatever was told before', () => {
    one.takeNews();
    one.told('online');
    assert.equal(two.takeNews(), 'away');
});

test('who chose to be shown as away is away in every tab, however busy they are', () => {
    one.active();
    one.showAway(true);
    assert.equal(two.status, 'away');
    two.showAway(false);
    assert.equal(one.status, 'online');
});
