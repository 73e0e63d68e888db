// Blazor walks along the siblings while it replaces a timeline, so they must not change meanwhile.
const afterNavigation = queueMicrotask;

/** The button over the timeline's end. It says how many messages came below what is being read, and leads there. */
export class Pill {
    #timeline;
    #slot = document.createElement('div');
    #button = document.createElement('button');
    #count = 0;
    #away = false;

    /**
     * @param {HTMLElement} timeline
     * @param {() => void} onClick
     */
    constructor(timeline, onClick) {
        this.#timeline = timeline;
        this.#slot.className = 'pill-slot';
        this.#slot.dataset.permanent = timeline.dataset.thread ? 'pill-in-thread' : 'pill'; // or Blazor takes it for another of the page's elements when it compares
        this.#button.className = 'pill';
        this.#button.type = 'button';
        this.#button.classList.toggle('jump', this.#count === 0);
        this.#button.hidden = true;
        this.#button.addEventListener('click', onClick);
        this.#slot.append(this.#button);
        afterNavigation(() => this.#timeline.isConnected && this.attach());
    }

    /** An enhanced navigation to the same room removes what the server did not render. */
    attach() {
        if (this.#timeline.nextElementSibling !== this.#slot) this.#timeline.after(this.#slot);
    }

    /** @param {number} count of messages that came below */
    add(count) {
        this.#count += count;
        this.#draw();
    }

    /**
     * @param {boolean} away whether the reader is far from the newest message
     */
    reader(away) {
        this.#away = away;
        if (!away) this.#count = 0;
        this.#draw();
    }

    remove() {
        afterNavigation(() => this.#slot.remove());
    }

    #draw() {
        const text = this.#count === 0 ? 'Jump to latest ↓' : `${this.#count} new message${this.#count === 1 ? '' : 's'} ↓`;
        if (this.#button.textContent !== text) this.#button.textContent = text;
        this.#button.classList.toggle('jump', this.#count === 0);
        this.#button.hidden = this.#count === 0 && !this.#away;
    }
}
