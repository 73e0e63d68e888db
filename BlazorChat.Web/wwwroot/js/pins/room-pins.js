import { request, sentence } from '../base/api.js';
import { drawnAgain } from '../base/drawn-again.js';
import { whenDrawnLater } from '../base/drawn-later.js';
import { merge } from '../base/merge.js';
import { showProfile } from '../base/profiles.js';
import { Refresh } from '../base/refresh.js';
import { say } from '../base/toast.js';
import { writtenIn } from '../emoji/custom-emoji.js';
import { live } from '../live/live.js';
import { drawEmoji, linkRoomsOf } from '../timeline/message-dress.js';

// What is pinned in a room. Rendered by the server, and asked for again when live events say that it has changed.
export class RoomPins extends HTMLElement {
    #gone;
    #room;
    #refresh = new Refresh(() => this.#reload());

    connectedCallback() {
        const { me, room, cursor } = this.dataset;
        this.#gone = new AbortController();
        const { signal } = this.#gone;
        this.#room = room;
        live.start({ user: me, cursor, watch: room });
        live.watch(room);
        signal.addEventListener('abort', this.#hear(cursor));
        this.#dress();
        whenDrawnLater(this, () => this.#refresh.outdated(), signal);
        document.addEventListener('visibilitychange', () => this.#refresh.look(), { signal });
        document.addEventListener('page-updated', () => this.#drawn(), { signal });
        this.addEventListener('click', ({ target }) => target.closest('[data-unpin]') && this.#unpin(target.closest('.pinned')), { signal });
    }

    disconnectedCallback() {
        this.#gone.abort();
    }

    #hear(cursor) {
        const here = act => data => data.room_id === this.#room && act(data);
        const ofShown = here(({ id, message_id: message = id }) => this.#item(message) && this.#refresh.outdated());
        return live.on({
            reset: () => this.#refresh.outdated(),
            profile: here(person => showProfile(this, person)),
            pin: here(() => this.#refresh.outdated()),
            message_edited: ofShown,
            message_deleted: ofShown,
            reaction: ofShown,
        }, cursor);
    }

    #dress() {
        for (const article of this.querySelectorAll('.message')) {
            drawEmoji(article);
            linkRoomsOf(article);
        }
    }

    // Blazor has put the pins of another room here.
    #drawn() {
        if (!this.isConnected || this.dataset.room === this.#room) return;
        this.disconnectedCallback();
        this.connectedCallback();
    }

    async #unpin(item) {
        const answer = await request('DELETE', `/chat/messages/${item.dataset.message}/pin`);
        say(answer.ok ? 'Unpinned' : sentence(answer));
    }

    async #reload() {
        const { isAnswered, part } = await drawnAgain(this, '.pins-found');
        const hadFocus = this.#found.contains(document.activeElement);
        // With what it says and offers as its key, so that an edited one is drawn again.
        if (part) merge(this.#found, part, '.pinned', item => item.dataset.message + writtenIn(item) + !!item.querySelector('[data-unpin]'));
        this.#dress();
        if (hadFocus && !this.#found.contains(document.activeElement)) this.#found.focus({ preventScroll: true });
        return isAnswered;
    }

    get #found() {
        return this.querySelector('.pins-found');
    }

    #item(message) {
        return this.querySelector(`.pinned[data-message="${CSS.escape(message)}"]`);
    }
}
