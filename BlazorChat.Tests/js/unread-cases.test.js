import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { UnreadServer } from './fakes/unread-server.js';
import { UnreadCounts } from '../../BlazorChat.Web/wwwroot/js/page/unread-counts.js';

const { cases } = JSON.parse(readFileSync(new URL('../Shared/unread-cases.json', import.meta.url)));

for (const { case: name, acts } of cases) test(`unread: ${name}`, () => {
    const server = new UnreadServer();
    const counts = new UnreadCounts([{ id: 'room', unread: 0, mentions: 0, last: 0, notify: 'all', muted: false }], 'me');
    for (const act of acts) {
        const asks = counts.apply(server.tells(act), null);
        assert.equal(asks, act.asks ?? false, JSON.stringify(act));
        const [unread, mentions, calls] = act.is;
        if (asks) counts.load([{ ...counts.of('room'), unread, mentions }]);
        assert.deepEqual([counts.of('room').unread, counts.of('room').mentions, counts.total], [unread, mentions, calls], JSON.stringify(act));
    }
});
