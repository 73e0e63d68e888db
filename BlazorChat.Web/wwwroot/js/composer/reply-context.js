/** What is answered in each field, while one is elsewhere: what is written there is kept, too. @type {Map<string, object>} */
const begun = new Map();

/** The line above the composer that says which message is being answered. */
export class ReplyContext {
    #element;
    #field;

    /** @type {import('../outbox/outbox.js').Entry['replyTo']} */
    replyTo = null;

    /**
     * @param {HTMLElement} element
     * @param {string} field the room or thread in which is written
     * @param {() => void} onClear
     */
    constructor(element, field, onClear) {
        this.#element = element;
        this.#field = field;
        if (begun.has(field)) this.show(begun.get(field));
        element.addEventListener('click', ({ target }) => {
            if (!target.closest('button')) return;
            this.clear();
            onClear();
        });
    }

    show(replyTo) {
        this.replyTo = replyTo;
        begun.set(this.#field, replyTo);
        this.#element.hidden = false;
        this.#element.innerHTML = `<span>Replying to <strong><bdi></bdi></strong>: <bdi class="excerpt"></bdi></span>
            <button type="button" class="cancel" aria-label="Cancel reply">✕</button>`;
        this.#element.querySelector('strong bdi').textContent = replyTo.name;
        this.#element.querySelector('.excerpt').textContent = replyTo.excerpt;
    }

    /** @param {{ id: string }} message what it says is not shown any longer */
    deleted({ id }) {
        if (this.replyTo?.id === id) this.show({ ...this.replyTo, excerpt: 'message deleted' });
    }

    clear() {
        this.replyTo = null;
        begun.delete(this.#field);
        this.#element.hidden = true;
        this.#element.replaceChildren();
    }
}
