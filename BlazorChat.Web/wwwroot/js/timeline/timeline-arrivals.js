import { tell } from '../base/announcer.js';
import { attends } from '../base/attention.js';
import { NextFrame } from '../base/next-frame.js';
import { showProfile } from '../base/profiles.js';
import { articleFrom } from './message-item.js';
import { newsOf } from './message-text.js';
import { Span } from './timeline-span.js';

const AT_ONCE = 30;

/**
 * What came since the last frame. It is drawn together and as it is by then: what happens many times to one message is drawn
 * once, and a lot of messages takes several frames, so that someone who is writing does not wait.
 */
export class Arrivals {
    #parts;
    #frame = new NextFrame(() => this.#drawSome());
    /** @type {Map<string, { html: string, number?: number, isNews?: boolean, isUnseen?: boolean }>} by the message's id */
    #messages = new Map();
    #profiles = new Map();

    /**
     * @param {object} parts
     * @param {HTMLElement} parts.timeline
     * @param {import('./viewer.js').Viewer} parts.viewer
     * @param {import('./message-list.js').MessageList} parts.list
     * @param {import('./timeline-scroll.js').ReadingPosition} parts.position
     * @param {import('./timeline-span.js').Span} parts.span
     * @param {import('./timeline-place.js').Place} parts.place
     * @param {import('./timeline-paging.js').Paging} parts.paging
     * @param {import('./timeline-pill.js').Pill} parts.pill
     * @param {import('./read-marks.js').ReadMarks} parts.marks
     * @param {import('./reading.js').Reading} parts.reading
     * @param {(follows: boolean, drawn: { before: number, isMore: boolean }) => void} parts.onDrawn whether the reader follows what
     *     comes, which was the newest before, and whether more is waiting to be drawn
     */
    constructor(parts) {
        this.#parts = parts;
    }

    message(message) {
        const { viewer, span, place, reading } = this.#parts;
        const isMine = message.user_id === viewer.me;
        const isNews = !isMine && !message.deleted;
        // What stands in the room as well is told there.
        const isTold = place.thread !== null && message.number !== null;
        if (isNews && !isTold && message.type !== 'system' && !viewer.blocked.has(message.user_id)) tell(() => newsOf(message));
        const number = place.numberOf(message);
        span.told(number);
        this.#messages.set(message.id, { html: message.item_html, number, isNews, isUnseen: isNews && !attends() });
        const mark = { number, id: message.id };
        if (isNews && !isTold && message.mentions.includes(viewer.me) && !viewer.blocked.has(message.user_id)) reading.mentioned(mark);
        if (isMine) reading.wrote(mark);
        if (isMine) this.flush(); // it takes the place of the one on its way, which must not be missing for a moment
        else this.#frame.ask();
    }

    changed(id, html) {
        this.#messages.set(id, { ...this.#messages.get(id), html });
        this.#frame.ask();
    }

    profile(profile) {
        this.#profiles.set(profile.user_id, profile);
        this.#frame.ask();
    }

    /** Draws all that came. */
    flush() {
        this.#frame.cancel();
        while (this.#messages.size + this.#profiles.size > 0) this.#draw();
    }

    /** The timeline is left. */
    stop() {
        this.#frame.cancel();
        this.#messages.clear();
        this.#profiles.clear();
    }

    #drawSome() {
        this.#draw();
        if (this.#messages.size > 0) this.#frame.askAtOnce();
    }

    #draw() {
        const { position, span, pill, list } = this.#parts;
        const { atBottom } = position;
        const before = Number(list.newest?.dataset.number ?? 0);
        const follows = atBottom && span.atNewest;
        const news = [...this.#messages.values()].slice(0, AT_ONCE).filter(({ isNews }) => isNews).length;
        if (news > 0 && !follows) pill.add(news);

        position.keep(seen => {
            if (follows && attends()) this.#leaveOut();
            for (const [id, one] of this.#taken()) this.#drawMessage(id, one);
            for (const profile of this.#profiles.values()) this.#drawProfile(profile);
            this.#profiles.clear();
            span.bound(seen);
        }, atBottom);
        this.#parts.onDrawn(follows, { before, isMore: this.#messages.size > 0 });
    }

    * #taken() {
        for (const [id, one] of [...this.#messages].slice(0, AT_ONCE)) {
            this.#messages.delete(id);
            yield [id, one];
        }
    }

    // Who follows sees the last of many: what would go again at once is not drawn at all.
    #leaveOut() {
        const { list, span } = this.#parts;
        const fresh = [...this.#messages].filter(([, { number }]) => number !== undefined);
        const passed = fresh.slice(0, -Span.around);
        if (passed.length === 0) return;
        for (const [id, one] of passed) {
            this.#messages.delete(id);
            this.#markUnseen(one);
        }
        span.leave(list.stored.length);
    }

    #drawMessage(id, one) {
        const { html, number } = one;
        const { list, span, paging, place } = this.#parts;
        if (number === undefined || list.find(id)) {
            const apply = () => {
                const fresh = place.adopt(articleFrom(html));
                list.requote(list.find(id) ? list.put(fresh) : fresh); // one that is not shown may be quoted
            };
            apply();
            paging.changed(id, apply);
        } else {
            this.#markUnseen(one);
            if (span.takes(number)) list.put(place.adopt(articleFrom(html)));
        }
    }

    #drawProfile(profile) {
        const { viewer, timeline, paging } = this.#parts;
        if (profile.user_id === viewer.me) viewer.name = profile.display_name ?? profile.username;
        const apply = () => showProfile(timeline, profile);
        apply();
        paging.changed(`profile of ${profile.user_id}`, apply);
    }

    // The line "New" stays until it has been read. After that, the next message that comes unseen gets a new one.
    #markUnseen({ number, isUnseen }) {
        const { list, marks } = this.#parts;
        const isRead = list.lineBefore === null || list.lineBefore <= marks.read;
        if (isUnseen && isRead) list.moveLine(number);
    }
}
