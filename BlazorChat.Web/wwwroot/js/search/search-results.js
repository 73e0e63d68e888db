import { live } from '../live/live.js';
import { moveThrough } from '../page/arrows.js';
import { leadToMessages, showCurrent } from '../page/found-links.js';

const isShown = element => element.getClientRects().length > 0;
const phone = matchMedia('(max-width: 699px)');

// What was found. Each result leads to its message: beside it on a wide screen, in its place on a phone, from where the way back
// leads to the results again.
export class SearchResults extends HTMLElement {
    #gone;

    connectedCallback() {
        const { signal } = this.#gone = new AbortController();
        const list = this.querySelector('.found-scroll');
        moveThrough(list, signal);
        signal.addEventListener('abort', live.on({ message_deleted: ({ id }) => this.#deleted(id) }));
        this.addEventListener('keydown', event => this.#key(event), { signal });
        this.addEventListener('click', ({ target }) => {
            const way = target.closest('[data-insert]');
            if (way) this.#field().insert(way.dataset.insert);
        }, { signal });
        leadToMessages(this, signal);
        document.addEventListener('page-updated', () => showCurrent(this), { signal });
        showCurrent(this);
        // On a phone the keyboard would come up over the results.
        if (isShown(this.#own) && !(phone.matches && this.querySelector('.found'))) this.#own.querySelector('.search-input').focus();
    }

    disconnectedCallback() {
        this.#gone.abort();
    }

    // Hidden, not taken out: Blazor goes on to compare the list with the page.
    #deleted(id) {
        const item = this.querySelector(`.found-open[data-message="${CSS.escape(id)}"]`)?.closest('.found');
        if (item?.contains(document.activeElement)) this.querySelector('.found-scroll').focus();
        if (item) item.hidden = true;
    }

    // Where the results lie over the header, they have a field of their own.
    get #own() {
        return this.querySelector('search-field');
    }

    #field() {
        return isShown(this.#own) ? this.#own : document.querySelector('.room-header search-field');
    }

    #key(event) {
        if (event.defaultPrevented || event.key !== 'Escape' || event.target.closest('search-field')) return;
        event.preventDefault();
        document.querySelector('.side [data-close-side]')?.click();
    }
}
