import { request, sentence } from '../base/api.js';
import { showProfile } from '../base/profiles.js';
import { subject } from '../base/subject.js';
import { live } from '../live/live.js';
import { moveThrough } from '../page/arrows.js';
import { showPresence } from './presence-dot.js';
import { isShownAway, showAway } from './presence.js';

// My own name and face in the corner, and the menu of what concerns me. Rendered by the server; live from here on.
export class OwnCorner extends HTMLElement {
    #gone;

    connectedCallback() {
        const { signal } = this.#gone = new AbortController();
        const [form, menu] = [this.querySelector('.own-status'), this.querySelector('.own-menu')];
        form.addEventListener('submit', event => {
            event.preventDefault();
            this.#say(form.elements.status.value);
        }, { signal });
        form.querySelector('[data-clear]').addEventListener('click', () => this.#say(''), { signal });
        this.querySelector('[data-away]').addEventListener('change', ({ target }) => showAway(target.checked), { signal });
        menu.addEventListener('toggle', ({ newState }) => this.#toggled(newState === 'open'), { signal });
        // Escape closes the menu, and not the pane that it stands in.
        menu.addEventListener('keydown', event => event.key === 'Escape' && event.stopPropagation(), { signal });
        moveThrough(menu, signal);
        const stop = live.on({
            reset: () => this.#lookAgain(),
            presence: ({ user_id, status }) => this.#isMine(user_id) && showPresence(this, status),
            profile: person => this.#isMine(person.user_id) && this.#became(person),
        }, subject()?.dataset.cursor);
        signal.addEventListener('abort', stop);
    }

    disconnectedCallback() {
        this.#gone.abort();
    }

    #toggled(isOpen) {
        this.querySelector('.me-button').setAttribute('aria-expanded', String(isOpen));
        if (!isOpen) return;
        this.querySelector('[data-away]').checked = isShownAway();
        this.#error('');
        this.querySelector('.own-menu').focus();
    }

    async #say(text) {
        const answer = await request('PATCH', '/auth/me', { status_text: text });
        this.#error(answer.ok ? '' : sentence(answer));
        if (answer.ok) this.#shows(answer.body.status_text);
    }

    #isMine(user) {
        return user === this.dataset.me;
    }

    #became(person) {
        showProfile(this, person);
        this.querySelector('.me-button').title = `${person.display_name ?? person.username}: status, theme, settings`;
        this.#shows(person.status_text);
    }

    // What happened meanwhile was not told.
    async #lookAgain() {
        const { ok, body } = await request('GET', '/auth/me');
        if (ok) this.#became(body);
    }

    #shows(status) {
        this.querySelector('[data-own-status]').textContent = status;
        this.querySelector('[data-clear]').hidden = !status;
        const field = this.querySelector('#own-status');
        if (field !== document.activeElement || !status) field.value = status;
    }

    #error(text) {
        const error = this.querySelector('#own-status-error');
        error.textContent = text;
        error.hidden = !text;
        this.querySelector('#own-status').toggleAttribute('aria-invalid', !!text);
    }
}
