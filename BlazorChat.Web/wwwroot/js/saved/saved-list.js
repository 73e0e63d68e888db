import { tell } from '../base/announcer.js';
import { request, sentence } from '../base/api.js';
import { drawnAgain } from '../base/drawn-again.js';
import { whenDrawnLater } from '../base/drawn-later.js';
import { merge } from '../base/merge.js';
import { Refresh } from '../base/refresh.js';
import { live } from '../live/live.js';
import { moveThrough } from '../page/arrows.js';
import { leadToMessages, showCurrent } from '../page/found-links.js';

// What I saved. Rendered by the server, and asked for again when live events say that it has changed.
export class SavedList extends HTMLElement {
    #gone;
    #refresh = new Refresh(() => this.#reload());

    connectedCallback() {
        const { signal } = this.#gone = new AbortController();
        const outdated = () => this.#refresh.outdated();
        const ofShown = ({ id, message_id = id }) => this.#item(message_id) && outdated();
        signal.addEventListener('abort', live.on({
            reset: outdated, saved: outdated, block: outdated, room: outdated, message_edited: ofShown, message_deleted: ofShown,
        }, this.dataset.cursor));
        whenDrawnLater(this, outdated, signal);
        moveThrough(this, signal);
        leadToMessages(this, signal);
        this.addEventListener('click', ({ target }) => target.closest('[data-forget]') && this.#forget(target.closest('[data-forget]')), { signal });
        document.addEventListener('visibilitychange', () => this.#refresh.look(), { signal });
        document.addEventListener('page-updated', () => showCurrent(this), { signal });
        showCurrent(this);
    }

    disconnectedCallback() {
        this.#gone.abort();
    }

    async #forget(button) {
        const answer = await request('DELETE', `/chat/messages/${button.dataset.forget}/save`);
        tell(answer.ok ? 'No longer saved' : sentence(answer));
    }

    async #reload() {
        const { isAnswered, part } = await drawnAgain(this, 'saved-list');
        if (!part) return isAnswered;
        const at = [...this.querySelectorAll('.saved-one')].findIndex(item => item.contains(document.activeElement));
        // With what it says as its key, so that a changed one is drawn again.
        merge(this, part, '.saved-one', item => item.dataset.message + item.querySelector('.found-what, .found-folded').textContent);
        showCurrent(this);
        if (at < 0 || this.contains(document.activeElement)) return isAnswered;
        const items = this.querySelectorAll('.saved-one');
        (items[Math.min(at, items.length - 1)]?.querySelector('.found-open') ?? this.querySelector('.listed-found'))?.focus({ preventScroll: true });
        return isAnswered;
    }

    #item(message) {
        return this.querySelector(`.saved-one[data-message="${CSS.escape(message)}"]`);
    }
}
