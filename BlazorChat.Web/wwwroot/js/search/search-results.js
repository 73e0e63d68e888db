import { live } from '../live/live.js';
import { moveThrough } from '../page/arrows.js';

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
        // Before the timeline and Blazor follow the link.
        addEventListener('click', event => this.#follow(event), { capture: true, signal });
        document.addEventListener('page-updated', () => this.#drawn(), { signal });
        this.#drawn();
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

    // The server does not know which message is shown.
    #drawn() {
        for (const link of this.querySelectorAll('.found-open'))
            if (link.hash && link.hash === location.hash) link.setAttribute('aria-current', 'true');
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

    #follow(event) {
        if (event.button !== 0 || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return;
        const link = event.target.closest?.('.found-open');
        if (!link || !this.contains(link) || !link.hash) return;
        for (const other of this.querySelectorAll('.found-open[aria-current]')) other.removeAttribute('aria-current');
        link.setAttribute('aria-current', 'true');
        if (!phone.matches) return;
        event.preventDefault();
        event.stopImmediatePropagation();
        const id = link.dataset.message;
        const before = document.querySelector('chat-timeline')?.dataset.room;
        document.addEventListener('page-updated', () => {
            const timeline = document.querySelector('chat-timeline');
            if (timeline?.dataset.room === before) timeline.goTo(id); // another one goes there by itself
        }, { once: true });
        Blazor.navigateTo(link.pathname + link.hash);
    }
}
