import { drawnAgain } from '../base/drawn-again.js';
import { whenDrawnLater } from '../base/drawn-later.js';
import { merge } from '../base/merge.js';
import { Refresh } from '../base/refresh.js';
import { subject } from '../base/subject.js';
import { drawCustomIn, writtenIn } from '../emoji/custom-emoji.js';
import { live } from '../live/live.js';
import { moveThrough } from '../page/arrows.js';

// The threads that I follow. Rendered by the server, and asked for again when live events say that they have changed.
export class ThreadList extends HTMLElement {
    #gone;
    #refresh = new Refresh(() => this.#reload());

    connectedCallback() {
        this.#gone = new AbortController();
        const { signal } = this.#gone;
        const outdated = () => this.#refresh.outdated();
        const ofThread = ({ thread_id, id }) => (thread_id || this.querySelector(`[data-thread="${CSS.escape(id)}"]`)) && outdated();
        signal.addEventListener('abort', live.on({
            reset: outdated, thread_followed: outdated, thread_read: outdated, block: outdated,
            message: ({ thread_id }) => thread_id && outdated(),
            message_edited: ofThread,
            message_deleted: ofThread,
            room: outdated,
            member: ({ user_id }) => user_id === subject()?.dataset.me && outdated(),
        }));
        moveThrough(this, signal);
        whenDrawnLater(this, outdated, signal);
        this.#draw();
        document.addEventListener('visibilitychange', () => this.#refresh.look(), { signal });
    }

    disconnectedCallback() {
        this.#gone.abort();
    }

    #draw() {
        drawCustomIn(this.querySelectorAll('.thread-about, .thread-reply'));
    }

    async #reload() {
        const { isAnswered, part } = await drawnAgain(this, 'thread-list');
        const hadFocus = this.contains(document.activeElement);
        // With what it says as its key, so that a changed one is drawn again.
        if (part) merge(this, part, '.thread', item => item.dataset.thread + writtenIn(item));
        this.#draw();
        if (hadFocus && !this.contains(document.activeElement)) this.querySelector('.thread-open, .threads-found')?.focus({ preventScroll: true });
        return isAnswered;
    }
}
