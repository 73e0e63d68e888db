import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateAndTime, timeOfDay } from '../../BlazorChat.Web/wwwroot/js/base/format-time.js';

const at = (...parts) => new Date(...parts).getTime();
const now = at(2026, 10, 25, 14, 3);

test('of today, the time is enough', () => {
    assert.equal(dateAndTime(at(2026, 10, 25, 0, 0), now), timeOfDay(at(2026, 10, 25, 0, 0)));
});

test('before today it needs a day, and before this year a year', () => {
    const [yesterday, lastYear] = [at(2026, 10, 24, 23, 59), at(2025, 11, 31, 23, 59)];

    assert.match(dateAndTime(yesterday, now), /24/);
    assert.doesNotMatch(dateAndTime(yesterday, now), /2026/);
    assert.match(dateAndTime(lastYear, now), /31.*2025|2025.*31/);
    assert.ok(dateAndTime(lastYear, now).endsWith(timeOfDay(lastYear)));
});
