import assert from 'node:assert/strict';
import { test } from 'node:test';

const { concerns, isQuiet } = await import('../../BlazorChat.Web/wwwroot/js/page/notice-rule.js');

const room = (notify, muted = false) => ({ notify, muted });
const message = (more = {}) => ({ user_id: 'grace', number: 3, type: 'text', mentions: [], deleted: false, ...more });
const toMe = { mentions: ['ada'] };

for (const [what, told, setting, expected] of [
    ['any message', message(), room('all'), true],
    ['any message where mentions only are wanted', message(), room('mentions'), false],
    ['a mention there', message(toMe), room('mentions'), true],
    ['any message where notifications are off', message(), room('all', true), false],
    ['a mention there', message(toMe), room('all', true), true],
    ['a mention where nothing is wanted', message(toMe), room('nothing'), false],
    ['mine', message({ user_id: 'ada' }), room('all'), false],
    ['one of somebody I block', message({ user_id: 'mallory', ...toMe }), room('all'), false],
    ['a deleted one', message({ deleted: true }), room('all'), false],
    ['one of the system', message({ type: 'system' }), room('all'), false],
    ['a reply in a thread', message({ number: null }), room('all'), false],
    ['a reply in a thread that mentions me', message({ number: null, ...toMe }), room('all'), true],
    ['one in a room that I am not in', message(toMe), undefined, false],
]) test(`${what} is ${expected ? '' : 'not '}told`, () => assert.equal(concerns(told, 'ada', setting, new Set(['mallory'])), expected));

const at = time => new Date(`2026-11-29T${time}:00`);
const quiet = (settings, time) => isQuiet({ pausedUntil: 0, quietFrom: '', quietTo: '', ...settings }, at(time));

test('quiet hours may go over midnight', () => {
    const night = { quietFrom: '22:00', quietTo: '07:30' };
    assert.deepEqual(['21:59', '22:00', '03:00', '07:29', '07:30'].map(time => quiet(night, time)), [false, true, true, true, false]);
});

test('quiet hours may be in the day', () => {
    const noon = { quietFrom: '12:00', quietTo: '13:00' };
    assert.deepEqual(['11:59', '12:00', '13:00'].map(time => quiet(noon, time)), [false, true, false]);
});

test('without hours nothing is quiet, and a pause ends', () => {
    assert.equal(quiet({}, '03:00'), false);
    assert.deepEqual(['09:00', '11:00'].map(time => quiet({ pausedUntil: at('10:00').getTime() }, time)), [true, false]);
});
