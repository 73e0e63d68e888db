import assert from 'node:assert/strict';
import { mock, test } from 'node:test';
import { elementFrom } from './fakes/dom.js';
import { everybodyFor, isMeant, manyIn, mayDisturb } from '../../BlazorChat.Web/wwwroot/js/writing/everybody.js';

const offered = word => everybodyFor(word).map(one => one.word);

function field(addressed, status = 200, html = '') {
    document.body.replaceChildren(elementFrom('<form><textarea></textarea></form>'), elementFrom('<div id="toast" hidden></div>'));
    const area = document.querySelector('textarea');
    area.value = '@room';
    const asked = isMeant(area, 'general', area.value, async () => ({ ok: status === 200, status, body: { addressed, html } }));
    const shown = async () => {
        await new Promise(setImmediate);
        return document.querySelector('[role=alertdialog]');
    };
    return { area, asked, shown };
}

test('the words for many are offered as they are begun, and not once one is written', () => {
    assert.deepEqual(offered(''), ['room', 'here']);
    assert.deepEqual(offered('R'), ['room']);
    assert.deepEqual(offered('here'), []);
    assert.deepEqual(offered('ada'), []);
});

test('only a text that may address many, and did not before, is asked about', () => {
    for (const text of ['@room', 'Hello @Here!', '(@room)', '@room你们好', '@hereé', '@room_']) assert.ok(mayDisturb(text), text);
    for (const text of ['room', '@rooms', '@ada', '']) assert.ok(!mayDisturb(text), text);
    assert.ok(!mayDisturb('@Room once more', ['room']));
    assert.ok(mayDisturb('@room, not only @here', ['here']));
});

test('of what a message said before, a word in code or of somebody who may not addressed nobody', () => {
    const before = html => manyIn(elementFrom(`<div class="text">${html}</div>`));
    assert.deepEqual(before('<span class="mention">@Room</span> and <code>@here</code>, @here'), ['room']);
    assert.deepEqual(before('<span class="mention" data-user="1" title="@room-1">@Room</span>'), []);
});

test('up to twenty people are disturbed without a question', async () => {
    const { asked, shown } = field(20);
    assert.equal(await shown(), null);
    assert.ok(await asked);
});

test('a word for everybody that addresses nobody goes out, and its author is told', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    const said = async (addressed, html) => {
        assert.equal(await field(addressed, 200, html).asked, true);
        return document.getElementById('toast').textContent;
    };
    assert.equal(await said(0, '<p>@room hello</p>'), '@room notifies nobody here: you may not address everyone.');
    assert.equal(await said(0, '<p><code>@room</code> in code</p>'), '');
    assert.equal(await said(0, '<p><span class="mention">@room</span>, where nobody else is</p>'), '');
    assert.equal(await said(3, '<p><span class="mention">@here</span></p>'), '');
    mock.timers.reset();
});

test('more than twenty are not before somebody says so', async () => {
    const { area, asked, shown } = field(21);
    const dialog = await shown();
    assert.equal(dialog.querySelector('span').textContent, 'This will notify 21 people.');
    dialog.querySelectorAll('button')[0].click();
    assert.ok(await asked);
    assert.equal(area.value, '@room');
    assert.equal(document.querySelector('[role=alertdialog]'), null);
});

test('cancelling keeps the text, and so does writing on', async () => {
    const first = field(21);
    (await first.shown()).querySelectorAll('button')[1].click();
    assert.equal(await first.asked, false);
    assert.equal(first.area.value, '@room');
    const second = field(21);
    await second.shown();
    second.area.dispatchEvent(new Event('input'));
    assert.equal(await second.asked, false);
    assert.equal(document.querySelector('[role=alertdialog]'), null);
});

test('without an answer it asks as well, and what is refused is told by the answer to the message', async () => {
    const { asked, shown } = field(0, 0);
    const dialog = await shown();
    assert.equal(dialog.querySelector('span').textContent, 'This may notify everyone in this room.');
    dialog.querySelectorAll('button')[0].click();
    assert.ok(await asked);
    assert.ok(await field(0, 403).asked);
});

test('who is too fast, or was signed out, is asked as well: the message goes out later', async () => {
    for (const status of [401, 429]) {
        const { asked, shown } = field(0, status);
        (await shown()).querySelectorAll('button')[1].click();
        assert.equal(await asked, false);
    }
});

test('what is not in the field any more is not sent', async () => {
    const { area, asked, shown } = field(21);
    const dialog = await shown();
    area.value = 'from another device';
    dialog.querySelectorAll('button')[0].click();
    assert.equal(await asked, false);
    assert.equal(area.value, 'from another device');
});

test('a count that takes its time is seen, until it is there', async () => {
    mock.timers.enable({ apis: ['setTimeout'] });
    document.body.replaceChildren(elementFrom('<form><textarea></textarea></form>'));
    const area = document.querySelector('textarea');
    let answer;
    const asked = isMeant(area, 'general', '', () => new Promise(resolve => answer = resolve));
    assert.equal(document.querySelector('[role=status]'), null);
    mock.timers.tick(300);
    assert.equal(document.querySelector('[role=status]').textContent, 'Counting how many people this will notify…');
    answer({ ok: true, status: 200, body: { addressed: 2 } });
    assert.ok(await asked);
    assert.equal(document.querySelector('[role=status]'), null);
    mock.timers.reset();
});
