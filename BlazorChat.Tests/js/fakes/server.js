/** The server's side of streams and requests, in a test's hands. */
export class FakeServer {
    streams = [];
    requests = [];
    #answers = [];

    eventNames = () => ['reset', 'message_edited', 'typing', 'member', 'room'];

    EventSource = (server => class extends EventTarget {
        constructor(address) {
            super();
            this.address = address;
            this.closed = false;
            server.streams.push(this);
        }

        close() {
            this.closed = true;
        }
    })(this);

    fetch = async (url, { method = 'GET', body, signal } = {}) => {
        this.requests.push({ method, url, body: body ? JSON.parse(body) : undefined });
        const { answer } = this.#answers.find(({ matches }) => matches(`${method} ${url}`)) ?? {};
        if (!answer) return new Promise((_, fail) => signal?.addEventListener('abort', () => fail(signal.reason)));
        const { status = 200, body: answered = null, html, headers } = typeof answer === 'function' ? await answer(url) : answer;
        if (status === 0) throw new TypeError('Failed to fetch');
        return new Response(status === 204 ? null : html ?? JSON.stringify(answered), { status, headers });
    };

    /** How requests that begin like this are answered from now on; others stay without an answer. */
    answers(beginning, answer) {
        this.#answers.unshift({ matches: asked => asked.startsWith(beginning), answer });
    }

    get open() {
        return this.streams.filter(stream => !stream.closed);
    }

    ready(cursor, { rooms = [], user_id = 'ada' } = {}) {
        this.send('ready', { cursor, user_id, rooms }, cursor);
    }

    send(name, data, id = '') {
        for (const stream of this.open) {
            const event = new MessageEvent(name, { data: JSON.stringify(data), lastEventId: id });
            if (name === 'message') stream.onmessage(event);
            else stream.dispatchEvent(event);
        }
    }

    message(id, data = {}) {
        this.send('message', { room_id: 'general', ...data }, id);
    }

    break() {
        for (const stream of this.open) stream.onerror(new Event('error'));
    }

    asked(beginning) {
        return this.requests.filter(({ method, url }) => `${method} ${url}`.startsWith(beginning));
    }
}
