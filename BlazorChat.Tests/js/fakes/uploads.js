const answer = (status, body = null, retryAfter = null) =>
    ({ ok: status >= 200 && status < 300, status, body, retryAfter, headers: null });

export const nothing = answer(0);
export const refused = (status, detail, code) => answer(status, { detail, code });
export const busy = (status, seconds) => answer(status, null, seconds);
export const unable = detail => answer(503, { detail, code: 'scanner_unavailable' }, 1);

/** A server that keeps uploads, and a line to it that a test cuts. */
export class FakeUploads {
    asked = [];
    posted = [];
    #uploads = new Map();
    #interrupts = [];
    #held = null;

    /** What comes next in answer to a request that begins like this, instead of what the server would say. */
    interrupt(beginning, ...answers) {
        for (const one of answers) this.#interrupts.push({ beginning, answer: one });
    }

    /** Requests that begin like this stay under way until they are let go. */
    hold(beginning) {
        let letGo;
        this.#held = { beginning, until: new Promise(done => (letGo = done)) };
        return () => {
            this.#held = null;
            letGo();
        };
    }

    /** What an upload has, in bytes; a line may break after that. */
    stands(id, offset) {
        this.#uploads.get(id).offset = offset;
    }

    forget(id) {
        this.#uploads.delete(id);
    }

    ids = () => [...this.#uploads.keys()];

    /** @returns {import('../../../BlazorChat.Web/wwwroot/js/files/transfer.js').Line} and what posts */
    line() {
        return {
            announce: (size, signal) => this.#answer(`announce ${size}`, signal, () => {
                const id = `u${this.asked.filter(one => one.startsWith('announce')).length}`;
                this.#uploads.set(id, { offset: 0, size });
                return answer(201, this.#view(id));
            }),
            find: (id, signal) => this.#answer(`find ${id}`, signal, () => this.#uploads.has(id) ? answer(200, this.#view(id)) : answer(404)),
            send: (id, offset, piece, signal, onProgress) => this.#answer(`send ${id} ${offset}+${piece.size}`, signal, () => {
                const upload = this.#uploads.get(id);
                if (!upload) return answer(404);
                if (upload.offset !== offset) return answer(409, { code: 'wrong_offset' });
                onProgress(piece.size);
                upload.offset += piece.size;
                return answer(200, this.#view(id));
            }),
            giveUp: id => {
                this.asked.push(`give up ${id}`);
                this.#uploads.delete(id);
            },
            post: (upload, id, signal) => this.#answer(`post ${upload.file.name}`, signal, () => {
                if (!this.#uploads.has(id)) return answer(400, { errors: { upload_id: ['There is no such upload.'] } });
                this.posted.push({ name: upload.file.name, text: upload.text, reply: upload.replyTo?.id ?? null, client: upload.clientId });
                this.#uploads.delete(id);
                return answer(201, { status: 'sent' });
            }),
        };
    }

    async #answer(asked, signal, act) {
        this.asked.push(asked);
        if (this.#held && asked.startsWith(this.#held.beginning))
            await Promise.race([this.#held.until, new Promise(done => signal.addEventListener('abort', done))]);
        if (signal.aborted) return nothing;
        const at = this.#interrupts.findIndex(({ beginning }) => asked.startsWith(beginning));
        return at < 0 ? act() : this.#interrupts.splice(at, 1)[0].answer;
    }

    #view(id) {
        const { offset, size } = this.#uploads.get(id);
        return { upload_id: id, offset, size };
    }
}
