import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { elementFrom } from './fakes/dom.js';
import { showUnread } from '../../BlazorChat.Web/wwwroot/js/around/unread-badges.js';

const { cases } = JSON.parse(readFileSync(new URL('../Shared/badge-cases.json', import.meta.url)));

for (const { shows, sign, addressed, kind, ...unread } of cases) test(`${shows ?? 'nothing'}: ${JSON.stringify({ ...unread, kind })}`, () => {
    const link = elementFrom(`<a data-room="x" data-kind="${kind}"><span class="badge" hidden><span aria-hidden="true">0</span><span>0 unread</span></span></a>`);
    showUnread(link, { id: 'x', last: 7, ...unread });

    const badge = link.querySelector('.badge');
    assert.equal(badge.hidden, shows === null);
    assert.equal(link.classList.contains('unread'), shows !== null);
    assert.deepEqual(link.dataset.unread, String(unread.unread));
    if (shows === null) return;
    assert.deepEqual([...badge.children].map(part => part.textContent), [sign, shows]);
    assert.equal(badge.classList.contains('addressed'), addressed ?? false);
});
