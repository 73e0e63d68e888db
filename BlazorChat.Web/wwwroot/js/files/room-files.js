import { tell } from '../base/announcer.js';
import { drawnAgain } from '../base/drawn-again.js';
import { whenDrawnLater } from '../base/drawn-later.js';
import { merge } from '../base/merge.js';
import { showProfile } from '../base/profiles.js';
import { live } from '../live/live.js';
import { Refresh } from '../base/refresh.js';

// What was shared in a room. Rendered by the server, and asked for again when live events say that it is another.
export class RoomFiles extends HTMLElement {
    #gone;
    #room;
    #address;
    #searches = false;
    #refresh = new Refresh(() => this.#reload());

    connectedCallback() {
        const { me, room, cursor } = this.dataset;
        this.#gone = new AbortController();
        const { signal } = this.#gone;
        [this.#room, this.#address] = [room, location.href];
        live.start({ user: me, cursor, watch: room });
        live.watch(room);
        signal.addEventListener('abort', this.#hear(cursor));
        whenDrawnLater(this, () => this.#refresh.outdated(), signal);
        document.addEventListener('visibilitychange', () => this.#refresh.look(), { signal });
        document.addEventListener('page-updated', () => this.#drawn(), { signal });
        this.addEventListener('submit', () => (this.#searches = true), { signal });
        this.#dress();
    }

    disconnectedCallback() {
        this.#gone.abort();
    }

    #hear(cursor) {
        const here = act => data => data.room_id === this.#room && act(data);
        return live.on({
            reset: () => this.#refresh.outdated(),
            profile: here(person => showProfile(this, person)),
            message: here(({ type }) => type === 'file' && this.dataset.newest === 'true' && this.#refresh.outdated()),
            message_deleted: here(({ id }) => this.#item(id) && this.#refresh.outdated()),
        }, cursor);
    }

    // Blazor has put another page of files here, or those of another room.
    #drawn() {
        if (!this.isConnected) return;
        if (this.dataset.room !== this.#room) {
            this.disconnectedCallback();
            this.connectedCallback();
        }
        this.#dress();
        if (location.href === this.#address) return;
        this.#address = location.href;
        this.#found.scrollTop = 0;
        if (document.activeElement?.closest('.files-pages')) this.#found.focus({ preventScroll: true });
        if (this.#searches) this.#focusSearch();
        this.#searches = false;
        const count = this.#found.querySelectorAll('.room-file').length;
        tell(count > 0 ? `${count} ${count === 1 ? 'file' : 'files'}` : this.#found.textContent.trim());
    }

    async #reload() {
        const { isAnswered, part } = await drawnAgain(this, '.files-found');
        const held = this.#found.querySelector('.files-pages a:focus')?.textContent;
        if (part) merge(this.#found, part, '.room-file', item => item.dataset.message + !!item.querySelector('img'));
        if (held) [...this.querySelectorAll('.files-pages a')].find(link => link.textContent === held)?.focus({ preventScroll: true });
        this.#dress();
        return isAnswered;
    }

    // It is a new field now; the user may want to go on searching.
    #focusSearch() {
        const field = this.querySelector('input[name=q]');
        field.focus();
        field.setSelectionRange(field.value.length, field.value.length);
    }

    get #found() {
        return this.querySelector('.files-found');
    }

    #item(message) {
        return this.querySelector(`[data-message="${CSS.escape(message)}"]`);
    }

    #dress() {
        this.querySelector('.file-kinds [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
}
