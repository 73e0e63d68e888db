import { drawnAgain } from '../base/drawn-again.js';
import { whenDrawnLater } from '../base/drawn-later.js';
import { merge } from '../base/merge.js';
import { Refresh } from '../base/refresh.js';
import { subject } from '../base/subject.js';
import { drawCustomIn, writtenIn } from '../emoji/custom-emoji.js';
import { live } from '../live/live.js';
import { moveThrough } from './arrows.js';
import { leadToMessages, showCurrent } from './found-links.js';

/**
 * A list beside the conversation that leads to messages of all rooms. Rendered by the server, and asked for again when live events say
 * that it has changed.
 */
export class ListedFound extends HTMLElement {
    #gone;
    #refresh = new Refresh(() => this.#reload());

    /**
     * Which events change it.
     * @param {() => void} _outdated has it drawn again
     * @returns {Record<string, (data: object) => void>}
     */
    changes(_outdated) {
        return {};
    }

    connectedCallback() {
        const { signal } = this.#gone = new AbortController();
        const outdated = () => this.#refresh.outdated();
        const ofShown = ({ id, message_id = id }) => this.#shows(message_id) && outdated();
        signal.addEventListener('abort', live.on({
            reset: outdated, block: outdated, room: outdated, member: ({ user_id }) => user_id === subject()?.dataset.me && outdated(), message_edited: ofShown, message_deleted: ofShown, ...this.changes(outdated),
        }, this.dataset.cursor));
        whenDrawnLater(this, outdated, signal);
        moveThrough(this, signal);
        leadToMessages(this, signal);
        document.addEventListener('visibilitychange', () => this.#refresh.look(), { signal });
        document.addEventListener('page-updated', () => showCurrent(this), { signal });
        this.#show();
    }

    disconnectedCallback() {
        this.#gone.abort();
    }

    async #reload() {
        const { isAnswered, part } = await drawnAgain(this, this.localName);
        if (!part) return isAnswered;
        const at = [...this.querySelectorAll('.found')].findIndex(item => item.contains(document.activeElement));
        // With what it says as its key, so that a changed one is drawn again. Times are said by the clock here.
        merge(this, part, '.found', item => item.dataset.message + saidIn(item));
        this.#show();
        if (at < 0 || this.contains(document.activeElement)) return isAnswered;
        const items = this.querySelectorAll('.found');
        (items[Math.min(at, items.length - 1)]?.querySelector('.found-open') ?? this.querySelector('.listed-found'))?.focus({ preventScroll: true });
        return isAnswered;
    }

    #show() {
        showCurrent(this);
        drawCustomIn(this.querySelectorAll('.found-what'));
    }

    #shows(message) {
        return this.querySelector(`.found[data-message="${CSS.escape(message)}"]`) !== null;
    }
}

const saidIn = item => writtenIn(item.querySelector('.found-what, .found-folded'));
