import { request, sentence } from '../base/api.js';
import { drawing } from '../base/drawing.js';
import { subject } from '../base/subject.js';
import { goToRoom } from '../base/walking.js';
import { recentRooms } from './recent-rooms.js';
import { goalOf, goalOfPerson, ranked } from './switcher-goals.js';

const MOST = 12;
const PAUSE = 150;
const HINT = '↑ ↓ to choose, Enter to open, Esc to close';
const LOCK = drawing('M6 11h12v9H6zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11', 16);
const SIGNS = { public: '#', private: LOCK, direct: '@', person: '@' };

/** Opens the way to any room or person; or closes it. It needs no circuit. */
export function toggleSwitcher() {
    const open = document.querySelector('dialog.switcher');
    if (open) return open.close();
    new Switcher().open();
}

class Switcher {
    #me = subject()?.dataset.me;
    #here = subject()?.dataset.room ?? null;
    #dialog = document.createElement('dialog');
    #goals = [];
    #people = [];
    #shown = [];
    #at = 0;
    #timer = 0;

    async open() {
        const dialog = this.#dialog;
        dialog.className = 'switcher';
        dialog.setAttribute('aria-label', 'Go to a room or person');
        dialog.innerHTML = `<input type="text" role="combobox" aria-expanded="true" aria-controls="switcher-goals" aria-autocomplete="list"
            aria-label="Go to a room or person" placeholder="Go to a room or person" maxlength="100" autocomplete="off" spellcheck="false" enterkeyhint="go">
            <ul id="switcher-goals" role="listbox" aria-label="Rooms and people"></ul>
            <p class="switcher-hint" role="status"></p>`;
        dialog.addEventListener('close', () => dialog.remove());
        dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close());
        dialog.addEventListener('keydown', event => this.#key(event));
        this.#list.addEventListener('click', ({ target }) => this.#go(this.#shown[[...this.#list.children].indexOf(target.closest('li'))]));
        this.#field.addEventListener('input', () => this.#typed());
        document.body.append(dialog);
        dialog.showModal();
        this.#field.focus();
        this.#draw();
        const answer = await request('GET', '/chat/rooms');
        if (!answer.ok) return this.#say(sentence(answer));
        this.#goals = answer.body.rooms.filter(room => room.member || !room.archived).map(room => goalOf(room, this.#me));
        this.#draw();
    }

    get #field() {
        return this.#dialog.querySelector('input');
    }

    get #list() {
        return this.#dialog.querySelector('ul');
    }

    #typed() {
        this.#at = 0;
        this.#draw();
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#ask(this.#field.value.trim().replace(/^@/, '')), PAUSE);
    }

    async #ask(typed) {
        const { ok, body } = typed ? await request('GET', `/chat/users?q=${encodeURIComponent(typed)}`) : { ok: true, body: { users: [] } };
        if (!ok || typed !== this.#field.value.trim().replace(/^@/, '')) return; // something else was typed meanwhile
        this.#people = (body?.users ?? []).filter(({ user_id }) => user_id !== this.#me).map(goalOfPerson);
        this.#draw();
    }

    #key(event) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (step) this.#choose(this.#at + step);
        else if (event.key === 'Enter' && !event.isComposing) this.#go(this.#shown[this.#at]);
        else return;
        event.preventDefault();
    }

    async #go(goal) {
        if (!goal) return;
        if (goal.room) {
            this.#dialog.close();
            return goToRoom(goal.room);
        }
        const answer = await request('POST', '/chat/direct', { user_id: goal.person });
        if (!answer.ok) return this.#say(sentence(answer));
        this.#dialog.close();
        goToRoom(answer.body.id);
    }

    #say(text) {
        this.#dialog.querySelector('.switcher-hint').textContent = text;
    }

    #draw() {
        const typed = this.#field.value.replace(/^[@#]/, '');
        const known = new Set(this.#goals.map(goal => goal.with));
        const goals = [...this.#goals, ...this.#people.filter(({ person }) => !known.has(person))];
        this.#shown = ranked(goals, typed, recentRooms(this.#me), this.#here).slice(0, MOST);
        this.#list.replaceChildren(...this.#shown.map(rowOf));
        this.#choose(this.#at);
        this.#dialog.querySelector('.switcher-hint').textContent = typed.trim() && this.#shown.length === 0 ? `Nothing is called “${typed.trim()}”.` : HINT;
    }

    #choose(at) {
        const rows = [...this.#list.children];
        this.#at = rows.length === 0 ? 0 : (at + rows.length) % rows.length;
        rows.forEach((row, n) => row.setAttribute('aria-selected', String(n === this.#at)));
        const chosen = rows[this.#at];
        if (chosen) this.#field.setAttribute('aria-activedescendant', chosen.id);
        else this.#field.removeAttribute('aria-activedescendant');
        chosen?.scrollIntoView({ block: 'nearest' });
    }
}

/** @param {import('./switcher-goals.js').Goal} goal */
function rowOf(goal, n) {
    const row = document.createElement('li');
    row.id = `switcher-goal-${n}`;
    row.setAttribute('role', 'option');
    row.classList.toggle('unread', goal.calls > 0);
    row.append(part('switcher-sign', ''), part('switcher-name', goal.name));
    row.firstChild.innerHTML = SIGNS[goal.kind];
    row.firstChild.setAttribute('aria-hidden', 'true');
    if (goal.kind === 'person') row.append(part('switcher-also', goal.also === goal.name ? 'new conversation' : goal.also));
    if (goal.mentions > 0 || goal.calls > 0) {
        const badge = part('badge', goal.mentions > 0 ? `@${goal.mentions}` : String(goal.calls));
        badge.classList.toggle('addressed', goal.mentions > 0 || goal.kind === 'direct');
        badge.append(Object.assign(document.createElement('span'), { className: 'visually-hidden', textContent: goal.mentions > 0 ? ' that mention you' : ' unread' }));
        row.append(badge);
    }
    return row;
}

const part = (className, textContent) => Object.assign(document.createElement('span'), { className, textContent });
