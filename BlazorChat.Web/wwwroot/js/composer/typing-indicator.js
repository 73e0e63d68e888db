import { live as theLive } from '../live/live.js';
import { Typists } from './typists.js';

// Says who is typing in this room, or thread, in the words that the server drew. It needs no circuit.
export class TypingIndicator extends HTMLElement {
    /** @type {Pick<import('../live/live.js').Live, 'on'>} */
    live = theLive;
    /** @type {ConstructorParameters<typeof Typists>[1]} */
    clock;
    #typists;
    #cease;

    connectedCallback() {
        const { room, me, thread } = this.dataset;
        this.#typists = new Typists(() => this.#draw(), this.clock);
        this.#cease = this.live.on({
            typing: ({ room_id, thread_id, user_id, username, display_name, is_typing }) => {
                if (room_id !== room || (thread_id ?? undefined) !== thread || user_id === me) return;
                if (is_typing) this.#typists.writes(user_id, display_name ?? username);
                else this.#typists.stops(user_id);
            },
            message: ({ room_id, user_id }) => room_id === room && this.#typists.stops(user_id),
        });
    }

    disconnectedCallback() {
        this.#cease();
        this.#typists.clear();
    }

    #draw() {
        const { names } = this.#typists;
        const fits = names.length > 2 ? 'several' : ['', 'one', 'two'][names.length];
        this.querySelector('.typing-dots').hidden = names.length === 0;
        for (const words of this.querySelectorAll('[data-typists]')) {
            words.hidden = words.dataset.typists !== fits;
            words.querySelectorAll('bdi').forEach((bdi, nth) => bdi.textContent = names[nth] ?? '');
        }
    }
}
