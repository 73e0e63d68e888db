import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { Refresh } from '../../BlazorChat.Web/wwwroot/js/base/refresh.js';
import { FakeClock } from './fakes/clock.js';

let clock, isVisible, comes, got, refresh;

beforeEach(() => {
    [clock, isVisible, comes, got] = [new FakeClock(), true, true, 0];
    const get = async () => {
        got++;
        return comes;
    };
    refresh = new Refresh(get, { isVisible: () => isVisible, setTimeout: clock.setTimeout });
});

test('what is out of date is got at once, and once', async () => {
    refresh.outdated();
    await clock.pass(0);
    assert.equal(got, 1);

    await clock.pass(60_000);
    assert.equal(got, 1);
});

test('a hundred changes at once are got together, the last of them included', async () => {
    for (let n = 0; n < 100; n++) refresh.outdated();
    await clock.pass(999);
    assert.equal(got, 1);

    await clock.pass(60_000);
    assert.equal(got, 2);
});

test('a change while it is under way is got afterwards', async () => {
    let arrive;
    refresh = new Refresh(() => new Promise(done => {
        got++;
        arrive = done;
    }), { isVisible: () => true, setTimeout: clock.setTimeout });
    refresh.outdated();
    refresh.outdated();
    await clock.pass(60_000);
    assert.equal(got, 1);

    arrive(true);
    await clock.pass(1_000);
    assert.equal(got, 2);
});

test('nothing is got while nobody looks, and at once when somebody does', async () => {
    isVisible = false;
    refresh.outdated();
    await clock.pass(60_000);
    assert.equal(got, 0);

    isVisible = true;
    refresh.look();
    await clock.pass(0);
    assert.equal(got, 1);
});

test('looking alone gets nothing', async () => {
    refresh.look();
    await clock.pass(60_000);
    assert.equal(got, 0);
});

test('what did not come is asked for again until it does', async () => {
    comes = false;
    refresh.outdated();
    await clock.pass(2_500);
    assert.equal(got, 3);

    comes = true;
    await clock.pass(60_000);
    assert.equal(got, 4);
});
