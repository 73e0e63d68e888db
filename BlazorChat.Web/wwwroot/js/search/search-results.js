import { customEmoji, drawCustom, knownEmoji, mayHaveCustom } from '../emoji/custom-emoji.js';
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
        document.addEventListener('page-updated', () => this.#drawn(), { signal });
        this.#drawn();
        // On a phone the keyboard would come up over the results.
        if (isShown(this.#own) && !(phone.matches && this.querySelector('.found'))) this.#own.querySelector('.search-input').focus();
    }

    disconnectedCallback() {
        this.#gone.abort();
    }

    #drawn() {
        showCurrent(this);
        const texts = [...this.querySelectorAll('.found-text')].filter(text => mayHaveCustom(text.textContent));
        if (texts.length > 0) customEmoji().then(() => texts.forEach(text => {
            text.querySelectorAll('mark').forEach(markWholeName);
            drawCustom(text);
        }));
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

// The word that was found may be the name of an emoji: what is marked then is its picture.
function markWholeName(mark) {
    const before = /:[a-z0-9_-]*$/.exec(textOf(mark.previousSibling))?.[0];
    const after = /^[a-z0-9_-]*:/.exec(textOf(mark.nextSibling))?.[0];
    if (!before || !after || !knownEmoji().has((before + mark.textContent + after).slice(1, -1))) return;
    mark.previousSibling.data = mark.previousSibling.data.slice(0, -before.length);
    mark.nextSibling.data = mark.nextSibling.data.slice(after.length);
    mark.prepend(before);
    mark.append(after);
    mark.normalize();
}

const textOf = node => node?.nodeType === Node.TEXT_NODE ? node.data : '';
