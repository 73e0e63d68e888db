import { elementFrom } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { afterEach, mock, test } from 'node:test';
import { settled } from './fakes/clock.js';
import { Room, server } from './fakes/room.js';
import { followAccount, noticeSettings, startNoticeSettings } from '../../BlazorChat.Web/wwwroot/js/page/notice-settings.js';

mock.timers.enable({ apis: ['setTimeout'] });
document.head.querySelector('[name=chat-events]').content += ' notices';
server.answers('PUT /chat/notices', { status: 204 });
startNoticeSettings();
afterEach(() => localStorage.removeItem('blazorchat-notices'));

const account = more => ({ sound: 'bell', quiet_from: '22:00', quiet_to: '07:00', paused_until: null, ...more });
const told = () => server.asked('PUT /chat/notices').map(({ body }) => body);

async function open(chosen, here) {
    const room = await Room.open([]);
    if (here) localStorage.setItem('blazorchat-notices', JSON.stringify(here));
    server.answers('GET /chat/notices', { body: chosen });
    await followAccount();
    return room;
}

test('a browser does as the account says, but whether it shows notifications is its own', async () => {
    const room = await open(account(), { on: true, sound: 'drop' });
    assert.deepEqual(noticeSettings(), { on: true, sound: 'bell', quietFrom: '22:00', quietTo: '07:00', pausedUntil: 0 });
    await room.tellElsewhere('notices', account({ sound: 'knock', quiet_from: null, quiet_to: null, paused_until: 5 }));
    assert.deepEqual(noticeSettings(), { on: true, sound: 'knock', quietFrom: '', quietTo: '', pausedUntil: 5 });
    assert.deepEqual(told(), []);
});

test('an account that says nothing yet takes over what was chosen in the browser, as earlier versions wrote it', async () => {
    await open({ sound: null, quiet_from: null, quiet_to: null, paused_until: null }, { on: false, sound: false, quietFrom: '22:00', quietTo: '07:00' });
    assert.deepEqual(told(), [account({ sound: 'none' })]);
});

test('what is chosen here is kept with the account', async () => {
    await open(account());
    const select = elementFrom('<select data-notice="sound"><option>drop</option></select>');
    const box = elementFrom('<div class="own-notices"><input data-notice="on"><select data-notice="pause"><option value="">Never</option></select><input data-notice="from"><input data-notice="to"><button data-notice-play></button><p data-notice-refused></p><p data-notice-paused></p></div>');
    box.append(select);
    document.body.append(box);
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await settled();
    assert.deepEqual(told(), [account({ sound: 'drop' })]);
    assert.equal(box.querySelector('[data-notice=from]').value, '22:00');
    assert.equal(box.querySelector('[data-notice=pause] option').textContent, 'In the hours below');
});
