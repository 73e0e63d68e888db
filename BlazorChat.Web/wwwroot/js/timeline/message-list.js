import { dress } from './message-dress.js';
import { refresh } from './message-item.js';
import { MessageOrder } from './message-order.js';
import { clearAbove, settle, topOf } from './message-separators.js';
import { excerptOf, wordsOf } from './message-text.js';

/** The messages of a timeline as they stand there, with what stands between them. */
export class MessageList {
    #items;
    #viewer;
    #order = new MessageOrder();
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

    /** Oldest first; mine that are being sent stand last. */
    get articles() {
        return this.#order.all;
    }

    get size() {
        return this.#order.size;
    }

    get stored() {
        return this.articles.filter(article => article.dataset.number);
    }

    get oldest() {
        return this.#order.oldest;
    }

    get newest() {
        return this.#order.newest;
    }

    /** @param {string} id */
    find(id) {
        return this.#order.find(id);
    }

    /** @param {number} number @returns {HTMLElement | null} */
    numbered(number) {
        return this.#order.numbered(number);
    }

    /** @param {string} clientId of a message of mine */
    findMine(clientId) {
        const { me } = this.#viewer;
        return this.articles.findLast(({ dataset }) => dataset.clientId === clientId && dataset.user === me) ?? null;
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
        if (!this.#order.isInPlace(article)) {
            if (article.parentElement === this.#items) this.remove(article);
            this.#order.add(article);
            const [, next] = this.#order.around(article);
            this.#items.insertBefore(article, next ? topOf(next) : null);
        }
        this.#order.note(article);
        this.#settle(article);
        this.#settle(this.#order.around(article)[1]);
    }

    /** Replaces all messages by these. */
    fill(articles) {
        this.#order.cut(0);
        this.#items.replaceChildren();
        this.putAll(articles);
    }

    /** @param {HTMLElement} article */
    remove(article) {
        const [, next] = this.#order.around(article);
        this.#order.remove(article);
        clearAbove(article);
        article.remove();
        this.#settle(next);
    }

    /**
     * Lets a row of messages go.
     * @param {number} from the first of them, counted from the oldest that is shown
     * @param {number} [to] the first after them that stays
     */
    letGo(from, to) {
        for (const article of this.#order.cut(from, to)) {
            clearAbove(article);
            article.remove();
        }
        this.#settle(this.articles[from]);
    }

    /** @param {number | null} number of the message that the line "New" stands above from now on */
    moveLine(number) {
        if (number === this.#lineBefore) return;
        const moved = [this.#lineBefore, number].map(one => one === null ? null : this.#order.numbered(one));
        this.#lineBefore = number;
        for (const article of moved) this.#settle(article);
    }

    /** Updates the quotes of a message that has changed. */
    requote(original) {
        const id = CSS.escape(original.dataset.id);
        const isGone = original.dataset.deleted !== undefined;
        const words = isGone ? 'message deleted' : excerptOf(wordsOf(original));
        for (const quote of this.#items.querySelectorAll(`.quote[data-reply-to="${id}"]`)) {
            quote.classList.toggle('gone', isGone);
            if (isGone) quote.querySelector('.name')?.remove();
            quote.querySelector('.excerpt').textContent = words;
        }
        for (const root of this.#items.querySelectorAll(`.in-thread[data-thread="${id}"] bdi`)) root.textContent = words;
    }

    #known({ dataset: { id, user, clientId } }) {
        return (id && this.find(id)) || (clientId && user === this.#viewer.me && this.findMine(clientId)) || null;
    }

    /** @param {HTMLElement | null | undefined} article */
    #settle(article) {
        if (article) settle(article, this.#order.around(article)[0], Number(article.dataset.number) === this.#lineBefore);
    }
}
