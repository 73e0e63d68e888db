import { request } from '../base/api.js';
import { recentSearches, rememberSearch } from './recent-searches.js';
import { SuggestionList } from './suggestion-list.js';
import { lookUp, suggest, wordAt } from './suggestions.js';

const PAUSE = 150;

// Where one searches: suggests filters, people and rooms while one writes, and what one searched for last.
export class SearchField extends HTMLElement {
    #gone;
    #list;
    #rooms = [];
    #asked = 0;

    connectedCallback() {
        const { signal } = this.#gone = new AbortController();
        this.#list = new SuggestionList(this.#input, suggestion => this.#choose(suggestion));
        this.addEventListener('input', () => this.#suggest(), { signal });
        this.addEventListener('focusin', () => this.#suggest(), { signal });
        this.addEventListener('click', () => this.#list.isOpen || this.#suggest(), { signal });
        this.addEventListener('focusout', () => this.#list.hide(), { signal });
        this.addEventListener('keydown', event => this.#key(event), { signal });
        this.addEventListener('submit', () => this.#submitted(), { signal });
        if (this.contains(document.activeElement)) this.#suggest(); // it had the focus before it was there
    }

    disconnectedCallback() {
        this.#asked++;
        this.#list.hide();
        this.#gone.abort();
    }

    /** Writes the beginning of a filter behind what is there. @param {string} text */
    insert(text) {
        const input = this.#input;
        input.value = input.value.trimEnd() + (input.value.trim() ? ' ' : '') + text;
        input.focus();
        input.setSelectionRange(input.value.length, input.value.length);
        this.#suggest();
    }

    get #input() {
        return this.querySelector('.search-input');
    }

    #submitted() {
        this.querySelector('[name=tz]').value = Intl.DateTimeFormat().resolvedOptions().timeZone;
        const query = this.#input.value.trim();
        if (query) rememberSearch(this.dataset.me, query);
        this.#asked++; // what is still on its way would open the list again
        this.#list.hide();
    }

    #key(event) {
        if (this.#list.key(event)) return;
        if (event.key === 'ArrowDown') {
            const first = document.querySelector('.found-open');
            if (first) event.preventDefault();
            first?.focus();
        } else if (event.key === 'Escape') {
            if (document.querySelector('search-results')) document.querySelector('.side [data-close-side]').click();
            else (document.querySelector('.conversation chat-composer textarea') ?? document.getElementById('timeline'))?.focus({ preventScroll: true });
            event.preventDefault();
        }
    }

    async #suggest() {
        const { value, selectionStart } = this.#input;
        const asked = ++this.#asked;
        // The panel itself says what there is.
        if (value.trim() === '') return this.#list.show([...this.#recent(), ...this.closest('.side') ? [] : suggest('')]);
        const { word } = wordAt(value, selectionStart);
        const known = { rooms: this.#rooms, me: this.dataset.me };
        const { name, who, where } = lookUp(word);
        if (name) await new Promise(done => setTimeout(done, PAUSE));
        if (asked !== this.#asked) return;
        if (where && this.#rooms.length === 0) known.rooms = this.#rooms = (await request('GET', '/chat/rooms')).body?.rooms ?? [];
        if (who !== undefined) known.people = (await request('GET', `/chat/users?q=${encodeURIComponent(who)}`)).body?.users ?? [];
        if (asked !== this.#asked || !this.contains(document.activeElement)) return;
        this.#list.show(word ? suggest(word, known).filter(({ text }) => text !== word) : []);
    }

    #recent() {
        return recentSearches(this.dataset.me).map(query => ({ text: query, label: query, hint: 'searched before', whole: true }));
    }

    #choose({ text, whole }) {
        const input = this.#input;
        if (whole) {
            input.value = text;
            return this.querySelector('form').requestSubmit();
        }
        const { start, end } = wordAt(input.value, input.selectionStart);
        const isOpen = text.endsWith(':');
        input.setRangeText(isOpen ? text : `${text} `, start, end, 'end');
        if (isOpen) this.#suggest();
        else this.#list.hide();
    }
}
