import { asChatError, errorOf } from './errors.js';
import type { LiveEvent } from './events.js';
import type { Http } from './http.js';
import { EventParser } from './sse.js';
import type { Timing } from './timing.js';

/** How an attempt at a stream ended. `silent`: nothing came through, as behind something that holds events back. */
export type StreamEnd = 'ended' | 'silent';

/**
 * Reads one stream to its end.
 * @param onEvents Gets the events of each piece that arrives.
 * @throws {ChatError} If the stream could not be opened, or broke.
 */
export async function readStream(
    http: Http, path: string, onEvents: (events: LiveEvent[]) => void, timing: Timing, signal: AbortSignal,
): Promise<StreamEnd> {
    const request = new AbortController();
    const stop = () => request.abort(signal.reason);
    signal.addEventListener('abort', stop);
    let greeted = false;
    let timer = setTimeout(() => request.abort(SILENT), timing.patience);
    try {
        const response = await http.open('GET', path, { headers: { Accept: 'text/event-stream' }, signal: request.signal });
        // Something in between answered in the chat's place.
        if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) throw await errorOf(response);
        const parser = new EventParser();
        const reader = response.body!.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, BufferSource>).getReader();
        for (;;) {
            const { done, value } = await reader.read();
            if (done) return 'ended';
            const events = parser.push(value);
            greeted ||= events.length > 0;
            if (greeted) {
                clearTimeout(timer);
                timer = setTimeout(() => request.abort(SILENT), timing.silence);
            }
            if (events.length) onEvents(events);
        }
    } catch (error) {
        if (request.signal.reason === SILENT) return greeted ? 'ended' : 'silent';
        if (signal.aborted) return 'ended';
        throw asChatError(error);
    } finally {
        clearTimeout(timer);
        signal.removeEventListener('abort', stop);
        request.abort();
    }
}

const SILENT = Symbol();
