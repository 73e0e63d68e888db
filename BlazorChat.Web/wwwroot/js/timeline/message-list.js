import { dayName } from '../base/format-time.js';
import { continues, startsDay } from './arrange.js';
import { dress } from './message-dress.js';
import { refresh } from './message-item.js';
import { excerptOf, wordsOf } from './message-text.js';

/** The messages of a timeline, oldest first by their numbers; mine that are being sent stand last. */
export class MessageList {
    #items;
    #viewer;
    #lineBefore = null;

    /**
     * @param {HTMLElement} items
     * @param {import('./viewer.js').Viewer} viewer
     */
    constructor(items, viewer) {
        this.#items = items;
        this.#viewer = viewer;
    }

    /** The number of the message that the line "New" stands above, or null. */
    get lineBefore() {
        return this.#lineBefore;
    }

    /** @returns {HTMLElement[]} */
    get articles() {
        return [...this.#items.querySelectorAll(':scope > .message')];
    }

    get stored() {
        return this.articles.filter(article => article.dataset.number);
    }

    get oldest() {
        return this.stored[0] ?? null;
    }

    get newest() {
        return this.stored.at(-1) ?? null;
    }

    /** @param {string} id */
    find(id) {
        return this.#items.querySelector(`:scope > .message[data-id="${CSS.escape(id)}"]`);
    }

    /** @param {string} clientId of a message of mine */
    findMine(clientId) {
        const { me } = this.#viewer;
        return this.articles.find(({ dataset }) => dataset.clientId === clientId && dataset.user === me) ?? null;
    }

    /**
     * Shows a message in its place: a new one, a changed one, or one of mine that has now been sent.
     * @param {HTMLElement} fresh
     * @returns {HTMLElement} the element that shows it
     */
    put(fresh) {
        const known = this.#known(fresh);
        if (known) refresh(known, fresh);
        const article = known ?? fresh;
        this.place(article);
        return article;
    }

    /** @param {HTMLElement[]} articles a page of messages; those that are shown already stay as they are */
    putAll(articles) {
        for (const article of articles) if (!this.#known(article)) this.place(article);
    }

    /** Puts a message where its number belongs, with what differs for the viewer. */
    place(article) {
        dress(article, this.#viewer);
        const number = numberOf(article);
        const before = this.articles.findLast(other => other !== article && numberOf(other) <= number);
        const shown = article.parentElement === this.#items;
        if (before !== this.#previous(article) || !shown) {
            if (shown) this.remove(article);
            const next = before ? this.#next(before) : this.articles.find(other => other !== article);
            this.#items.insertBefore(article, next ? this.#topOf(next) : null);
        }
        this.#settle(article);
        const next = this.#next(article);
        if (next) this.#settle(next);
    }

    /** Replaces all messages by these. */
    fill(articles) {
        this.#items.replaceChildren();
        this.putAll(articles);
    }

    /** @param {HTMLElement} article */
    remove(article) {
        const next = this.#next(article);
        this.#clearAbove(article);
        article.remove();
        if (next) this.#settle(next);
    }

    /** @param {number | null} number of the message that the line "New" stands above from now on */
    moveLine(number) {
        if (number === this.#lineBefore) return;
        this.#lineBefore = number;
        this.articles.forEach(article => this.#settle(article));
    }

    /** Removes the oldest once there are more than `most`. */
    trim(most, kept) {
        const { articles } = this;
        if (articles.length <= most) return false;
        articles.slice(0, -kept).forEach(article => this.remove(article));
        return true;
    }

    /** Updates the quotes of a message that has changed. */
    requote(original) {
        const { id, deleted } = original.dataset;
        for (const quote of this.#items.querySelectorAll(`.quote[data-reply-to="${CSS.escape(id)}"]`)) {
            quote.classList.toggle('gone', deleted !== undefined);
            if (deleted !== undefined) quote.querySelector('.name')?.remove();
            quote.querySelector('.excerpt').textContent = deleted !== undefined ? 'message deleted' : excerptOf(wordsOf(original));
        }
    }

    #known({ dataset: { id, user, clientId } }) {
        return (id && this.find(id)) || (clientId && user === this.#viewer.me && this.findMine(clientId)) || null;
    }

    #settle(article) {
        const previous = this.#previous(article);
        const [above, line] = [previous && lineOf(previous), lineOf(article)];
        const isNew = line.number === this.#lineBefore;
        article.classList.toggle('continues', !isNew && continues(above, line));
        this.#clearAbove(article);
        if (startsDay(above, line)) article.before(separator('day', dayName(line.at)));
        if (isNew) article.before(separator('new-line', 'New'));
    }

    #clearAbove(article) {
        while (isSeparator(article.previousElementSibling)) article.previousElementSibling.remove();
    }

    #topOf(article) {
        let top = article;
        while (isSeparator(top.previousElementSibling)) top = top.previousElementSibling;
        return top;
    }

    #previous(article) {
        let other = article.previousElementSibling;
        while (other && !other.matches('.message')) other = other.previousElementSibling;
        return other ?? undefined;
    }

    #next(article) {
        let other = article.nextElementSibling;
        while (other && !other.matches('.message')) other = other.nextElementSibling;
        return other;
    }
}

const isSeparator = element => element?.matches('.day, .new-line') ?? false;
const numberOf = ({ dataset }) => dataset.number ? Number(dataset.number) : Infinity;

/** @returns {import('./arrange.js').Line} */
export const lineOf = ({ dataset }) => ({
    user: dataset.user, at: Number(dataset.at), type: dataset.type, number: dataset.number ? Number(dataset.number) : NaN,
    deleted: dataset.deleted !== undefined,
});

function separator(name, text) {
    const element = document.createElement('div');
    element.className = name;
    element.setAttribute('role', 'separator');
    element.append(Object.assign(document.createElement('span'), { textContent: text }));
    return element;
}
