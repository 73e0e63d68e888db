import assert from 'node:assert/strict';
import { test } from 'node:test';
import { continues, firstUnread, startsDay } from '../../BlazorChat.Web/wwwroot/js/timeline/arrange.js';

const noon = new Date(2026, 10, 23, 12).getTime();
const minutes = count => noon + count * 60_000;
const line = (what = {}) => ({ user: 'ada', at: noon, type: 'text', number: 1, ...what });

test('a message soon after one by the same author goes under the same name', () => {
    assert.ok(continues(line(), line({ at: minutes(4) })));
});

test('after five minutes the name is shown again', () => assert.ok(!continues(line(), line({ at: minutes(5) }))));

test('another author has a name of their own', () => assert.ok(!continues(line(), line({ user: 'grace' }))));

test('what the system says neither continues nor is continued', () => {
    assert.ok(!continues(line({ type: 'system' }), line()));
    assert.ok(!continues(line(), line({ type: 'system' })));
});

test('midnight here begins a day and a group', () => {
    const [before, after] = [new Date(2026, 10, 23, 23, 59), new Date(2026, 10, 24, 0, 1)].map(at => line({ at: at.getTime() }));
    assert.ok(startsDay(before, after));
    assert.ok(!continues(before, after));
});

test('the first message of all begins a day', () => assert.ok(startsDay(null, line())));

test('messages of one day are not parted', () => assert.ok(!startsDay(line(), line({ at: minutes(60) }))));

const lines = [line({ number: 4 }), line({ number: 5, user: 'ada' }), line({ number: 6, user: 'grace' })];

test('the line "New" stands above the first that others wrote after my mark', () => assert.equal(firstUnread(lines, 4, 'ada'), 6));

test('there is none when everything is read, or only mine is not', () => {
    assert.equal(firstUnread(lines, 6, 'ada'), null);
    assert.equal(firstUnread(lines.slice(0, 2), 4, 'ada'), null);
});

test('there is none while the first unread one is not on the page', () => assert.equal(firstUnread(lines, 1, 'ada'), null));

test('who has no mark has no line', () => assert.equal(firstUnread(lines, NaN, 'ada'), null));

test('what was deleted is nothing to read: the line stands above what follows it', () => {
    const deleted = line({ number: 5, user: 'grace', deleted: true });
    assert.equal(firstUnread([line({ number: 4 }), deleted, line({ number: 6, user: 'grace' })], 4, 'ada'), 6);
    assert.equal(firstUnread([line({ number: 4 }), deleted], 4, 'ada'), null);
});
