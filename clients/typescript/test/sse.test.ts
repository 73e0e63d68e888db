import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EventParser } from '../src/sse.js';

const STREAM = [
    'retry: 2000\n\n', 'id: a-1\nevent: ready\ndata: {"cursor":"a-1"}\n\n', ': a sign of life\n\n',
    'id: a-2\r\ndata: {"text":\r\ndata: "two lines"}\r\n\r\n', 'event: typing\rdata:{"is_typing":true}\r\r', 'id: a-3\ndata: {"text":"ü🎉"}\n\n',
].join('');

const EVENTS = [
    { name: 'ready', data: { cursor: 'a-1' }, id: 'a-1' },
    { name: 'message', data: { text: 'two lines' }, id: 'a-2' },
    { name: 'typing', data: { is_typing: true }, id: null },
    { name: 'message', data: { text: 'ü🎉' }, id: 'a-3' },
];

test('Events are read however the stream is cut into pieces', () => {
    fc.assert(fc.property(fc.array(fc.nat(STREAM.length)), cuts => {
        const parser = new EventParser();
        const places = [0, ...cuts.sort((a, b) => a - b), STREAM.length];
        expect(places.slice(1).flatMap((end, i) => parser.push(STREAM.slice(places[i], end)))).toEqual(EVENTS);
    }));
});
