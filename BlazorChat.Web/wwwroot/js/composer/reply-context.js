/** The line above the composer that says which message is being answered. */
export class ReplyContext {
    #element;

    /** @type {import('../outbox/outbox.js').Entry['replyTo']} */
    replyTo = null;

    /**
     * @param {HTMLElement} element
     * @param {() => void} onClear
     */
    constructor(element, onClear) {
        this.#element = element;
        element.addEventListener('click', ({ target }) => {
            if (!target.closest('button')) return;
            this.clear();
            onClear();
        });
    }

    show(replyTo) {
        this.replyTo = replyTo;
        this.#element.hidden = false;
        this.#element.innerHTML = `<span>Replying to <strong><bdi></bdi></strong>: <bdi class="excerpt"></bdi></span>
            <button type="button" class="cancel" aria-label="Cancel reply">✕</button>`;
        this.#element.querySelector('strong bdi').textContent = replyTo.name;
        this.#element.querySelector('.excerpt').textContent = replyTo.excerpt;
    }

    clear() {
        this.replyTo = null;
        this.#element.hidden = true;
        this.#element.replaceChildren();
    }
}
