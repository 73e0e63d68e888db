import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ROOT, UnreadServer } from './fakes/unread-server.js';
import { ThreadCounts } from '../../BlazorChat.Web/wwwroot/js/page/thread-counts.js';

const { cases } = JSON.parse(readFileSync(new URL('../Shared/unread-thread-cases.json', import.meta.url)));

for (const { case: name, acts } of cases) test(`unread in a thread: ${name}`, () => {
    const server = new UnreadServer();
    const counts = new ThreadCounts([], 'me');
    let wish = { notify: 'all', muted: false };
    for (const act of acts) {
        const event = server.tells(act);
        if (event.name === 'preferences') wish = event.data;
        const asks = counts.apply(event, null);
        assert.equal(asks, act.asks ?? false, JSON.stringify(act));
        const [unread, mentions, calls] = act.is;
        if (asks) counts.load(unread > 0 ? [{ root: ROOT, room: 'room', unread, mentions }] : []);
        if (asks && act.others) counts.isOther(ROOT);
        assert.deepEqual(counts.calls(() => wish), { count: calls, isAddressed: calls > 0 && mentions > 0 }, JSON.stringify(act));
    }
});
