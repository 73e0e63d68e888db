import { expect, test } from 'vitest';
import type { Connection } from '../src/connection.js';
import type { Http } from '../src/http.js';
import { Pages } from '../src/pages.js';
import { Timeline } from '../src/timeline.js';
import type { History, Message } from '../src/types.js';

const page = (from: number, to: number): History => ({
    messages: Array.from({ length: to - from + 1 }, (_, n) => ({ id: `${from + n}`, number: from + n }) as Message),
    has_more: from > 1, cursor: 'e-1',
});

async function olderWhile(act: (timeline: Timeline) => void): Promise<number[]> {
    const timeline = new Timeline();
    timeline.prepend(page(6, 10));
    const http = { request: async () => {
        act(timeline);
        return page(1, 5);
    } } as unknown as Http;
    await new Pages(http, {} as Connection, '/chat/room/x').older(timeline, new AbortController().signal);
    return timeline.messages.map(({ number }) => number!);
}

test('Older messages come before those that are there', async () => {
    expect(await olderWhile(() => {})).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('They leave no hole where some of those were forgotten meanwhile', async () => {
    expect(await olderWhile(timeline => timeline.trim(2))).toEqual([9, 10]);
});
