const ID = 'search-suggestions';

// What is suggested below a field that keeps the focus and says what is chosen. It stands outside of what Blazor draws.
export class SuggestionList {
    #input;
    #list;
    #onChosen;
    #offered = [];
    #active = -1;

    /**
     * @param {HTMLInputElement} input
     * @param {(suggestion: import('./suggestions.js').Suggestion) => void} onChosen
     */
    constructor(input, onChosen) {
        [this.#input, this.#onChosen] = [input, onChosen];
        this.#list = Object.assign(document.createElement('ul'), { id: ID, className: 'search-suggestions' });
        this.#list.setAttribute('role', 'listbox');
        this.#list.setAttribute('aria-label', 'Suggestions');
        // Taking the focus would fold the keyboard of a phone away, and the list with it.
        this.#list.addEventListener('pointerdown', event => event.preventDefault());
        this.#list.addEventListener('click', ({ target }) => {
            const option = target.closest('[role=option]');
            if (option) this.#onChosen(this.#offered[[...this.#list.children].indexOf(option)]);
        });
    }

    get isOpen() {
        return this.#list.isConnected;
    }

    /** @param {import('./suggestions.js').Suggestion[]} offered */
    show(offered) {
        if (offered.length === 0) return this.hide();
        this.#offered = offered;
        this.#list.replaceChildren(...offered.map(optionOf));
        if (!this.isOpen) document.body.append(this.#list);
        this.#place();
        for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'true', 'aria-controls': ID }))
            this.#input.setAttribute(name, value);
        this.#activate(-1);
    }

    hide() {
        this.#list.remove();
        for (const name of ['role', 'aria-autocomplete', 'aria-expanded', 'aria-controls', 'aria-activedescendant']) this.#input.removeAttribute(name);
        this.#active = -1;
    }

    /** @returns {boolean} whether the key was for the list */
    key(event) {
        if (!this.isOpen || event.isComposing) return false;
        const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        const count = this.#offered.length + 1; // nothing chosen is one, too
        if (way) this.#activate((this.#active + 1 + way + count) % count - 1);
        else if (event.key === 'Escape') this.hide();
        else if (this.#active >= 0 && (event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) this.#onChosen(this.#offered[this.#active]);
        else return false;
        event.preventDefault();
        event.stopPropagation();
        return true;
    }

    #activate(index) {
        this.#active = index;
        [...this.#list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
        if (index < 0) return this.#input.removeAttribute('aria-activedescendant');
        this.#list.children[index].scrollIntoView({ block: 'nearest' });
        this.#input.setAttribute('aria-activedescendant', this.#list.children[index].id);
    }

    #place() {
        const { left, right, bottom, width } = this.#input.getBoundingClientRect();
        const wide = Math.max(width, Math.min(320, innerWidth - 16));
        Object.assign(this.#list.style, { top: `${bottom + 4}px`, width: `${wide}px`, left: `${Math.max(8, Math.min(left, right - wide, innerWidth - wide - 8))}px` });
    }
}

function optionOf({ label, hint }, index) {
    const option = Object.assign(document.createElement('li'), { id: `${ID}-${index}` });
    option.setAttribute('role', 'option');
    option.append(
        Object.assign(document.createElement('bdi'), { className: 'label', textContent: label }),
        Object.assign(document.createElement('span'), { className: 'hint', textContent: hint }));
    return option;
}
