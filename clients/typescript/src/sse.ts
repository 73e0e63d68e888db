import type { LiveEvent } from './events.js';

/**
 * Reads events out of the text of a stream, as it comes in pieces.
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 */
export class EventParser {
    #rest = '';
    #name = '';
    #data: string[] = [];
    #id: string | null = null;

    /** @returns The events that this piece completes. */
    push(text: string): LiveEvent[] {
        const events: LiveEvent[] = [];
        const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
        this.#rest = lines.pop()!;
        for (const line of lines) {
            if (line) this.#field(line);
            else if (this.#data.length) events.push(this.#end());
            else this.#forget();
        }
        return events;
    }

    #field(line: string): void {
        const colon = line.indexOf(':');
        const [name, value] = colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).replace(/^ /, '')];
        if (name === 'data') this.#data.push(value);
        else if (name === 'event') this.#name = value;
        else if (name === 'id') this.#id = value || null;
    }

    #end(): LiveEvent {
        const event = { name: this.#name || 'message', data: JSON.parse(this.#data.join('\n')), id: this.#id };
        this.#forget();
        return event;
    }

    // The id, too: what bears none is never told again.
    #forget(): void {
        [this.#name, this.#data, this.#id] = ['', [], null];
    }
}
