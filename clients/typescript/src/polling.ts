import { asChatError, type ChatError } from './errors.js';
import type { LiveEvent } from './events.js';
import type { Http } from './http.js';
import { Backoff, rest, type Timing } from './timing.js';

const WAIT = 25;
const TOO_SOON = 1_000;

/** What happened since a cursor. */
export interface PollPage {
    events: LiveEvent[];
    cursor: string;
}

/** Asks for events again and again, where streams do not get through. */
export async function poll(
    http: Http, query: () => string, onPage: (page: PollPage) => void, onFail: (error: ChatError) => void, timing: Timing,
    signal: AbortSignal,
): Promise<void> {
    const backoff = new Backoff(timing);
    let wait = 0; // at first, and after a failure, an answer at once: it says that polling works
    while (!signal.aborted) {
        const asked = Date.now();
        try {
            const page = await http.request<PollAnswer>('GET', `/chat/poll?${query()}&wait=${wait}`, { signal });
            if (signal.aborted) return;
            onPage({ events: page.events.map(({ event, data, id }) => ({ name: event, data, id: id ?? null })), cursor: page.cursor });
            // What answers in the chat's place must not make us ask in a tight loop.
            const early = wait > 0 && page.events.length === 0 && Date.now() - asked < TOO_SOON;
            wait = WAIT;
            if (early) await rest(backoff.next(), signal);
            else backoff.reset();
        } catch (error) {
            if (signal.aborted) return;
            const why = asChatError(error);
            onFail(why);
            if (why.isSignedOut) return;
            wait = 0;
            await rest(backoff.next(why.retryAfter), signal);
        }
    }
}

interface PollAnswer {
    events: { event: string; data: unknown; id?: string }[];
    cursor: string;
}
