// Blazor walks along the siblings while it replaces a timeline, so they must not change meanwhile.
const afterNavigation = queueMicrotask;

/**
 * The buttons over the timeline's end: how much is unread above what is in view, which unread messages mention the reader, and
 * how many messages came below. Each leads there.
 */
export class Pill {
    #timeline;
    #slot = document.createElement('div');
    #up = button('to-unread');
    #mention = button('to-mention');
    #down = button('pill');
    #count = 0;
    #away = false;

    /**
     * @param {HTMLElement} timeline
     * @param {{ onUnread: () => void, onMention: () => void, onLatest: () => void }} ways
     */
    constructor(timeline, { onUnread, onMention, onLatest }) {
        this.#timeline = timeline;
        this.#slot.className = 'pill-slot';
        this.#slot.dataset.permanent = timeline.dataset.thread ? 'pill-in-thread' : 'pill'; // or Blazor takes it for another of the page's elements when it compares
        const row = Object.assign(document.createElement('div'), { className: 'pills' });
        for (const [one, act] of [[this.#up, onUnread], [this.#mention, onMention], [this.#down, onLatest]]) {
            one.addEventListener('click', act);
            row.append(one);
        }
        this.#slot.append(row);
        afterNavigation(() => this.#timeline.isConnected && this.attach());
    }

    /** An enhanced navigation to the same room removes what the server did not render. */
    attach() {
        if (this.#timeline.nextElementSibling !== this.#slot) this.#timeline.after(this.#slot);
    }

    /** @param {number} count of messages that came below */
    add(count) {
        this.#count += count;
        this.#drawDown();
    }

    /** @param {number} most how many there can be below what is in view */
    left(most) {
        if (this.#count <= most) return;
        this.#count = Math.max(0, most);
        this.#drawDown();
    }

    /** @param {number} count of messages above what is in view that were never on the screen */
    above(count) {
        say(this.#up, count === 0 ? '' : `${count} unread ↑`);
    }

    /** @param {number} count of those not seen yet @param {boolean} isAbove where the first of them is */
    mentions(count, isAbove) {
        say(this.#mention, count === 0 ? '' : `@ ${count === 1 ? 'Mention' : `${count} mentions`} ${isAbove ? '↑' : '↓'}`);
    }

    /**
     * @param {boolean} away whether the reader is far from the newest message
     */
    reader(away) {
        this.#away = away;
        if (!away) this.#count = 0;
        this.#drawDown();
    }

    remove() {
        afterNavigation(() => this.#slot.remove());
    }

    #drawDown() {
        this.#down.classList.toggle('jump', this.#count === 0);
        const isShown = this.#count > 0 || this.#away;
        say(this.#down, !isShown ? '' : this.#count === 0 ? 'Jump to latest ↓' : `${this.#count} new message${this.#count === 1 ? '' : 's'} ↓`);
    }
}

function button(name) {
    return Object.assign(document.createElement('button'), { type: 'button', className: name, hidden: true });
}

function say(element, text) {
    if (text && element.textContent !== text) element.textContent = text;
    element.hidden = !text;
}
