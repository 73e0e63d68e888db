import { request } from '../base/api.js';
import { initialsOf } from '../base/profiles.js';
import { mentionAt, peopleFor } from './mention-query.js';


// Whom an @ could mean, above the field it is written in. The field keeps the focus and says what is chosen.
export class MentionList {
    #area;
    #room;
    #me;
    #onChosen;
    #list;
    #people = [];
    #found = [];
    #at = null;
    #active = 0;
    #dismissed = -1;

    /**
     * @param {HTMLTextAreaElement} area
     * @param {{ room: string, me: string, thread?: string }} where
     * @param {() => void} onChosen after the text has changed
     */
    constructor(area, { room, me, thread }, onChosen) {
        [this.#area, this.#room, this.#me, this.#onChosen] = [area, room, me, onChosen];
        this.#list = Object.assign(document.createElement('ul'), { id: `mention-list${thread ? '-in-thread' : ''}`, className: 'mention-list', hidden: true });
        this.#list.setAttribute('role', 'listbox');
        this.#list.setAttribute('aria-label', 'People to mention');
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
        const at = mentionAt(this.#area.value, this.#area.selectionStart);
        if (!at) {
            this.#dismissed = -1;
            return this.close();
        }
        if (at.start === this.#dismissed) return;
        const isNew = this.#at?.start !== at.start;
        this.#at = at;
        this.#show();
        if (!isNew) return;
        const { body } = await request('GET', `/chat/room/${encodeURIComponent(this.#room)}/members`);
        this.#people = body?.members ?? this.#people;
        if (this.#at) this.#show();
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

    #dismiss() {
        this.#dismissed = this.#at.start;
        this.close();
    }

    #show() {
        this.#found = peopleFor(this.#people, this.#at.word, this.#me);
        if (this.#found.length === 0) return this.#hide();
        this.#list.replaceChildren(...this.#found.map((one, index) => optionOf(one, `${this.#list.id}-${index}`)));
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
        const [{ start, word }, { username }] = [this.#at, this.#found[index]];
        const end = start + 1 + word.length;
        const after = this.#area.value[end] === ' ' ? '' : ' ';
        this.#area.setRangeText(`@${username}${after}`, start, end, 'end');
        this.close();
        this.#onChosen();
    }
}

function optionOf({ user_id, username, display_name }, id) {
    const option = Object.assign(document.createElement('li'), { id });
    option.setAttribute('role', 'option');
    const name = Object.assign(document.createElement('bdi'), { className: 'name', textContent: display_name ?? username });
    option.append(faceOf(user_id, display_name ?? username), name);
    if (display_name) option.append(Object.assign(document.createElement('span'), { className: 'username', textContent: `@${username}` }));
    return option;
}

// As the list of members shows them, picture and colour.
function faceOf(id, name) {
    const known = document.querySelector(`[data-face-of="${CSS.escape(id)}"]`)?.cloneNode(true);
    if (known) return known;
    const face = Object.assign(document.createElement('span'), { className: 'avatar', textContent: initialsOf(name) });
    face.setAttribute('aria-hidden', 'true');
    return face;
}
