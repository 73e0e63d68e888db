/** The messages that a timeline shows, oldest first by their numbers. Mine that are being sent stand last. */
export class MessageOrder {
    /** @type {HTMLElement[]} */
    #all = [];
    /** @type {Map<string, HTMLElement>} */
    #byId = new Map();

    get all() {
        return [...this.#all];
    }

    get size() {
        return this.#all.length;
    }

    get oldest() {
        const first = this.#all[0];
        return first?.dataset.number ? first : null;
    }

    get newest() {
        return this.#all.findLast(({ dataset }) => dataset.number) ?? null;
    }

    /** @param {string} id @returns {HTMLElement | null} */
    find(id) {
        return this.#byId.get(id) ?? null;
    }

    /** @param {number} number @returns {HTMLElement | null} the message with this number */
    numbered(number) {
        const article = this.#all[this.#placeOf(number) - 1];
        return article && numberOf(article) === number ? article : null;
    }

    /** @returns {[previous: HTMLElement | undefined, next: HTMLElement | undefined]} */
    around(article) {
        const at = this.#all.indexOf(article);
        return [this.#all[at - 1], this.#all[at + 1]];
    }

    /** Whether a message is shown, and where its number belongs. A number comes when the message has been stored. */
    isInPlace(article) {
        const at = this.#all.indexOf(article);
        if (at < 0) return false;
        const number = numberOf(article);
        const [previous, next] = [this.#all[at - 1], this.#all[at + 1]];
        return (!previous || numberOf(previous) <= number) && (!next || number <= numberOf(next));
    }

    /** Takes a message in where its number belongs, after those with the same. */
    add(article) {
        this.#all.splice(this.#placeOf(numberOf(article)), 0, article);
    }

    /** A message of mine that has been stored is found by its id from now on. */
    note(article) {
        if (article.dataset.id) this.#byId.set(article.dataset.id, article);
    }

    /**
     * @param {number} from the first that goes
     * @param {number} [to] the first after it that stays
     * @returns {HTMLElement[]} those that went
     */
    cut(from, to = this.#all.length) {
        const gone = this.#all.splice(from, to - from);
        for (const { dataset } of gone) this.#byId.delete(dataset.id);
        return gone;
    }

    remove(article) {
        const at = this.#all.indexOf(article);
        if (at >= 0) this.cut(at, at + 1);
    }

    /** How many stand before one of that number. Most come last. */
    #placeOf(number) {
        let [low, high] = [0, this.#all.length];
        while (low < high) {
            const middle = (low + high) >> 1;
            if (numberOf(this.#all[middle]) <= number) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}

const numberOf = ({ dataset }) => dataset.number ? Number(dataset.number) : Infinity;
