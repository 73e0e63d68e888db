import { attends } from '../base/attention.js';
import { NextFrame } from '../base/next-frame.js';
import { keepPlace } from './places.js';

const numberOf = article => Number(article.dataset.number);

/**
 * How far a room has been read here: up to where one message after the other was on the screen while somebody looked. What was
 * jumped over is not read; the pills lead back to it, and to messages that mention the reader.
 */
export class Reading {
    #parts;
    #seen;
    #seenId;
    #isThread;
    /** @type {Map<number, string>} those that mention me and were not on the screen yet: their ids by their numbers */
    #mentions;
    #isPlaced = false;
    #frame = new NextFrame(() => this.look());

    /**
     * @param {object} parts
     * @param {HTMLElement} parts.timeline
     * @param {import('./message-list.js').MessageList} parts.list
     * @param {import('./timeline-scroll.js').ReadingPosition} parts.position
     * @param {import('./timeline-span.js').Span} parts.span
     * @param {import('./read-marks.js').ReadMarks} parts.marks
     * @param {import('./timeline-pill.js').Pill} parts.pill
     */
    constructor(parts) {
        this.#parts = parts;
        const { read, unread, unreadMentions, thread } = parts.timeline.dataset;
        this.#isThread = !!thread;
        this.#seen = Number.parseInt(read, 10) || 0;
        this.#seenId = this.#firstUnseen?.dataset.id ?? parts.list.newest?.dataset.id ?? null;
        this.#mentions = new Map((unreadMentions ?? '').split(' ').filter(Boolean).map(one => one.split(':')).map(([number, id]) => [Number(number), id]));
        parts.pill.add(Number(unread ?? 0));
    }

    /** The first message that was not on the screen yet, as far as it is shown; and the id of one beside it. */
    get next() {
        return { article: this.#firstUnseen, beside: this.#seenId };
    }

    /** The id of the oldest message that mentions me and was not on the screen yet. */
    get nextMention() {
        return this.#mentions.get(Math.min(...this.#mentions.keys())) ?? null;
    }

    /** The timeline stands where it opens: what is on the screen from now on is looked at. */
    begin() {
        this.#isPlaced = true;
        this.look();
    }

    /** Something moved. */
    ask() {
        this.#frame.ask();
    }

    stop() {
        this.#frame.cancel();
    }

    /** Their place is kept at once: the page may become another one before the next look. */
    scrolled() {
        const { timeline, list, position } = this.#parts;
        if (this.#isPlaced && timeline.isConnected) this.#keepPlace(position.inView(list.stored)[0]);
    }

    look() {
        const { timeline, list, position, pill } = this.#parts;
        if (!this.#isPlaced || !timeline.isConnected) return;
        const [first, last] = position.inView(list.stored);
        if (first && last && attends()) this.#saw(first, last);
        if (last) pill.left(this.#below(last));
        this.#draw(first);
        this.#keepPlace(first);
    }

    /**
     * The timeline followed what came, and somebody looked.
     * @param {object} drawn
     * @param {number} drawn.before the newest one before
     * @param {boolean} drawn.isMore whether it moves on in a moment
     */
    followed({ before, isMore }) {
        const { newest } = this.#parts.list;
        if (!newest || this.#seen < before || !this.#isInView(before)) return isMore ? undefined : this.look();
        if (this.#upTo(numberOf(newest), newest.dataset.id)) this.ask();
        this.#parts.marks.readUpTo(newest);
    }

    /** They went to the end: all of it counts as read. The ways back to what they passed stay. */
    wentToEnd() {
        if (attends() && this.#isPlaced) this.#parts.marks.readUpTo(this.#parts.list.newest);
        this.ask();
    }

    /** Someone who writes has read what is above. */
    wrote({ number, id }) {
        this.#upTo(number, id);
        this.ask();
    }

    /** @param {{ number: number, message_id: string | null }} mark as it was moved, here or on another device */
    marked({ number, message_id }) {
        const { marks, pill, span, list, position } = this.#parts;
        if (!marks.movedElsewhere(number)) return;
        if (message_id) this.#upTo(number, message_id);
        pill.left(span.newest - number);
        if (!attends() && number >= span.newest) position.keep(() => list.moveLine(null));
        this.ask();
    }

    /** Such a message came, and is about to be drawn. */
    mentioned({ number, id }) {
        this.#mentions.set(number, id);
    }

    gone(id) {
        for (const [number, one] of this.#mentions) if (one === id) this.#mentions.delete(number);
        this.ask();
    }

    #keepPlace(first) {
        const { timeline, position, span } = this.#parts;
        keepPlace(timeline.dataset, span.atNewest && position.atBottom || !first ? null : { id: first.dataset.id, top: position.topOf(first) });
    }

    #saw(first, last) {
        const [from, to] = [numberOf(first), numberOf(last)];
        for (const number of this.#mentions.keys()) if (number >= from && number <= to) this.#mentions.delete(number);
        if (!this.#isRead(first)) return;
        if (to > this.#seen) [this.#seen, this.#seenId] = [to, last.dataset.id];
        this.#parts.marks.readUpTo(last);
    }

    // Whether all that came is on the screen: of many at once, the first ones are not.
    #isInView(before) {
        const { list: { stored }, position } = this.#parts;
        if (numberOf(stored.at(-2) ?? stored.at(-1)) <= before) return true; // one came
        const [first] = position.inView(stored);
        return !first || this.#isRead(first);
    }

    // Nothing unseen is above it. The numbers of a thread have holes.
    #isRead(article) {
        const { stored } = this.#parts.list;
        const above = stored[stored.indexOf(article) - 1];
        return above ? numberOf(above) <= this.#seen : numberOf(article) <= this.#seen + 1 || !this.#parts.span.hasOlder;
    }

    // How many messages there can be below one, as far as is known: the numbers of a thread have holes.
    #below(article) {
        const { span, list: { stored } } = this.#parts;
        return span.atNewest ? stored.length - 1 - stored.indexOf(article) : span.newest - numberOf(article);
    }

    get #firstUnseen() {
        const first = this.#parts.list.stored.find(one => numberOf(one) > this.#seen);
        return first && this.#isRead(first) ? first : null;
    }

    /** @returns {boolean} whether fewer messages that mention the reader are left */
    #upTo(number, id) {
        const before = this.#mentions.size;
        if (number > this.#seen) [this.#seen, this.#seenId] = [number, id];
        for (const one of this.#mentions.keys()) if (one <= number) this.#mentions.delete(one);
        return this.#mentions.size < before;
    }

    #draw(first) {
        const { pill } = this.#parts;
        const from = first ? numberOf(first) : 0;
        pill.above(this.#isThread || !first || this.#isRead(first) ? 0 : from - this.#seen - 1);
        pill.mentions(this.#mentions.size, Math.min(...this.#mentions.keys()) < from);
    }
}
