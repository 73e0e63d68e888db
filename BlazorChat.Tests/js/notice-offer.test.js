import { click } from './fakes/dom.js';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { settled } from './fakes/clock.js';
import './fakes/room.js';
import { outboxOf } from '../../BlazorChat.Web/wwwroot/js/outbox/sending.js';
import { startNoticeOffer } from '../../BlazorChat.Web/wwwroot/js/page/notice-offer.js';
import { noticeSettings } from '../../BlazorChat.Web/wwwroot/js/page/notice-settings.js';

let asked;
const box = () => document.querySelector('.notice-offer');
const press = words => click([...box().querySelectorAll('button')].find(({ textContent }) => textContent === words));
const write = () => outboxOf('ada').add('general', 'Hello');

beforeEach(() => {
    document.body.replaceChildren();
    localStorage.removeItem('blazorchat-notices');
    localStorage.removeItem('blazorchat-notices-offered');
    asked = 0;
    globalThis.Notification = { permission: 'default', requestPermission: async () => (asked++, Notification.permission = 'granted') };
});

test('who writes for the first time is offered notifications, and the browser asks only who wants them', async () => {
    startNoticeOffer(outboxOf('ada'));
    assert.equal(box(), null);
    write();
    assert.equal(asked, 0);
    press('Turn on');
    await settled();
    assert.deepEqual([asked, noticeSettings().on, box()], [1, true, null]);
});

test('it is offered once, whatever was answered', () => {
    startNoticeOffer(outboxOf('ada'));
    write();
    press('Not now');
    assert.deepEqual([box(), noticeSettings().on, asked], [null, false, 0]);
    startNoticeOffer(outboxOf('ada'));
    write();
    assert.equal(box(), null);
});

test('where the browser has decided, nothing is offered', () => {
    for (const permission of ['denied', 'granted']) {
        globalThis.Notification = { permission };
        startNoticeOffer(outboxOf('ada'));
        write();
        assert.equal(box(), null);
    }
});
