import { insert } from './insert.js';

/**
 * Something that a word in a field can become: people, emoji, rooms.
 * @template T
 * @typedef {object} Source
 * @property {string} label of the list
 * @property {(text: string, caret: number) => { start: number, word: string } | null} at the word that is being written; it begins with one sign
 * @property {(word: string) => Promise<void>} [load] what it needs to know, when a word begins and as it goes on
 * @property {(word: string) => T[]} find
 * @property {(choice: T) => Node[]} draw
 * @property {(choice: T) => string} write what is written instead
 * @property {(choice: T) => void} [chosen]
 */

// What the word that is being written could mean, above its field. The field keeps the focus and says what is chosen.
export class Completion {
    #area;
    #sources;
    #source = null;
    #list;
    #found = [];
    #at = null;
    #active = 0;
    #dismissed = -1;

    /**
     * @param {HTMLTextAreaElement} area
     * @param {string} id of the list
     * @param {Source<any>[]} sources the first that knows the word is asked
     */
    constructor(area, id, sources) {
        [this.#area, this.#sources] = [area, sources];
        this.#list = Object.assign(document.createElement('ul'), { id, className: 'completion', hidden: true });
        this.#list.setAttribute('role', 'listbox');
        // Taking the focus would fold the keyboard of a phone away, and the list with it.
        this.#list.addEventListener('pointerdown', event => event.preventDefault());
        this.#list.addEventListener('click', ({ target }) => {
            const option = target.closest('[role=option]');
            if (option) this.#choose([...this.#list.children].indexOf(option));
        });
        area.before(this.#list);
    }

    /** After every change of the text. */
    async update() {
        const [source, at] = this.#wordAt(this.#area.value, this.#area.selectionStart);
        if (!at) {
            this.#dismissed = -1;
            return this.close();
        }
        if (at.start === this.#dismissed) return;
        [this.#source, this.#at] = [source, at];
        this.#show();
        await source.load?.(at.word);
        if (this.#at === at) this.#show();
    }

    /** @returns {boolean} whether the key was for the list */
    key(event) {
        if (this.#list.hidden) return false;
        const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (way) this.#activate((this.#active + way + this.#found.length) % this.#found.length);
        else if ((event.key === 'Enter' || event.key === 'Tab') && !event.shiftKey) this.#choose(this.#active);
        else if (event.key === 'Escape') this.#dismiss();
        else {
            if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) this.close();
            return false;
        }
        event.preventDefault();
        return true;
    }

    close() {
        this.#at = null;
        this.#hide();
    }

    #wordAt(text, caret) {
        for (const source of this.#sources) {
            const at = source.at(text, caret);
            if (at) return [source, at];
        }
        return [null, null];
    }

    #dismiss() {
        this.#dismissed = this.#at.start;
        this.close();
    }

    #show() {
        this.#found = this.#source.find(this.#at.word);
        if (this.#found.length === 0) return this.#hide();
        this.#list.replaceChildren(...this.#found.map((one, index) => {
            const option = Object.assign(document.createElement('li'), { id: `${this.#list.id}-${index}` });
            option.setAttribute('role', 'option');
            option.append(...this.#source.draw(one));
            return option;
        }));
        this.#list.setAttribute('aria-label', this.#source.label);
        // An edited message may stand at the top of its timeline.
        this.#list.classList.toggle('below', this.#area.matches('form.edit *') && this.#area.getBoundingClientRect().top < innerHeight / 2);
        this.#list.hidden = false;
        // Only while there is something to choose: all else of the time it is a plain field of several lines.
        this.#area.setAttribute('role', 'combobox');
        this.#area.setAttribute('aria-autocomplete', 'list');
        this.#area.setAttribute('aria-expanded', 'true');
        this.#area.setAttribute('aria-controls', this.#list.id);
        this.#activate(0);
    }

    #hide() {
        this.#list.hidden = true;
        for (const name of ['role', 'aria-autocomplete', 'aria-expanded', 'aria-controls', 'aria-activedescendant'])
            this.#area.removeAttribute(name);
    }

    #activate(index) {
        this.#active = index;
        [...this.#list.children].forEach((option, i) => option.setAttribute('aria-selected', String(i === index)));
        this.#list.children[index].scrollIntoView({ block: 'nearest' });
        this.#area.setAttribute('aria-activedescendant', this.#list.children[index].id);
    }

    #choose(index) {
        const [{ start, word }, source, choice] = [this.#at, this.#source, this.#found[index]];
        const end = start + 1 + word.length;
        const after = this.#area.value[end] === ' ' ? '' : ' ';
        this.close();
        insert(this.#area, source.write(choice) + after, start, end);
        source.chosen?.(choice);
    }
}
