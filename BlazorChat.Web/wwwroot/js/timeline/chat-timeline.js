import { sentence } from '../base/api.js';
import { attends, onAttention } from '../base/attention.js';
import { say } from '../base/toast.js';
import { live } from '../live/live.js';
import { outboxOf } from '../outbox/sending.js';
import { firstUnread } from './arrange.js';
import { markedUnread } from './marked-unread.js';
import { runOnLast } from './message-acts.js';
import { resume } from './message-edit.js';
import { openLong } from './long-text.js';
import { MessageList } from './message-list.js';
import { lineOf } from './message-separators.js';
import { open, returnTo } from './opening.js';
import { ReadMarks } from './read-marks.js';
import { Reading } from './reading.js';
import { ThreadRoot } from './thread-root.js';
import { offerActions } from './timeline-actions.js';
import { Arrivals } from './timeline-arrivals.js';
import { Blocks } from './timeline-blocks.js';
import { jumpByDays } from './timeline-days.js';
import { fieldBeside, moveByKeys } from './timeline-focus.js';
import { jumpByLinks } from './timeline-jump.js';
import { fetchPage, pageOf } from './timeline-pages.js';
import { Paging } from './timeline-paging.js';
import { Pill } from './timeline-pill.js';
import { placeOf } from './timeline-place.js';
import { Saved } from './timeline-saved.js';
import { ReadingPosition } from './timeline-scroll.js';
import { Span } from './timeline-span.js';
import { Unsent } from './timeline-unsent.js';
import { viewerOf } from './viewer.js';

const HIGHLIGHTED = 2_000;
const RETRY = 3_000;

// The messages of one room, or of one of its threads, oldest first. Rendered by the server; kept up to date by the live module.
export class ChatTimeline extends HTMLElement {
    #gone;
    #place;
    #viewer;
    #root;
    #list;
    #position;
    #span;
    #paging;
    #arrivals;
    #pill;
    #marks;
    #reading;
    #unsent;
    #blocks;
    #saved;
    #stopListening = () => {};

    connectedCallback() {
        const { room, me, cursor, read } = this.dataset;
        this.#gone = new AbortController();
        this.#viewer = viewerOf(this.dataset);
        this.#place = placeOf(this.dataset);
        this.#marks = new ReadMarks(this.#place.marks, Number.parseInt(read, 10));

        const page = this.#build();
        this.#span.told(Number(this.dataset.last ?? 0));
        live.start({ user: me, cursor, watch: room });
        live.watch(room);
        const outbox = outboxOf(me);
        this.#unsent = new Unsent({ outbox, list: this.#list, viewer: this.#viewer, position: this.#position, place: this.#place });
        this.#shows(page);

        const stop = outbox.subscribe(change => this.#place.sends(change.entry) && this.#sending(change));
        this.#gone.signal.addEventListener('abort', stop);
        this.#listen();
        queueMicrotask(() => this.isConnected && this.#open()); // where Blazor put it in, what stands beside it is there by then
    }

    disconnectedCallback() {
        this.#stopListening();
        this.#arrivals.stop();
        this.#gone.abort();
        this.#pill.remove();
        this.#reading.stop();
        this.#marks.stop();
    }

    /** Scrolls to a message and loads its part of the history if need be. */
    async goTo(id) {
        this.#arrivals.flush();
        const article = this.#list.find(id) ?? (await this.#paging.around(id) ? this.#list.find(id) : null);
        if (!article) return this.#place.thread ? this.#elsewhere(id) : say('That message is not there any more.');
        openLong(article);
        this.#position.show(article);
        article.focus({ preventScroll: true });
        article.classList.add('highlight');
        setTimeout(() => article.classList.remove('highlight'), HIGHLIGHTED);
    }

    // What a reply quotes may stand in the room.
    #elsewhere(id) {
        document.querySelector('chat-timeline:not([data-thread])')?.goTo(id);
    }

    /** @param {import('./places.js').KeptPlace | null} place where somebody was; null: at the end */
    async returnTo(place) {
        this.#arrivals.flush();
        if (!place || !await returnTo({ list: this.#list, paging: this.#paging, position: this.#position }, place)) return this.goToLatest();
        this.#scrolled();
    }

    async goToLatest() {
        if (!this.#span.atNewest) await this.#reload();
        this.#position.toBottom();
        this.#reading.wentToEnd();
    }

    /** To the first message that was never on the screen, with the line above it. */
    async goToUnread() {
        this.#arrivals.flush();
        const { article: shown, beside } = this.#reading.next;
        const article = shown ?? (beside && await this.#paging.around(beside) ? this.#reading.next.article : null);
        if (!article) return this.goToLatest();
        this.#list.moveLine(Number(article.dataset.number));
        this.#position.begin(article);
        article.focus({ preventScroll: true });
    }

    #goToMention() {
        const id = this.#reading.nextMention;
        if (id) this.goTo(id);
    }

    /** Whether somebody looks at the newest messages, so that what comes is read. */
    get isFollowed() {
        return attends() && this.#span.atNewest && this.#position.atBottom && !this.#marks.rests;
    }

    /** @param {1 | -1} way down or up by one screen; a little of it stays in view */
    turnPage(way) {
        this.scrollBy({ top: way * this.clientHeight * 0.9 });
    }

    #build() {
        const served = this.querySelector(':scope > .page, :scope > .items');
        const page = { ...pageOf(served, this.#place), cursor: this.dataset.cursor };
        const items = document.createElement('div');
        items.className = 'items';
        this.#root = new ThreadRoot(this, this.#viewer);
        this.#list = new MessageList(items, this.#viewer);
        this.#list.moveLine(firstUnread(page.articles.map(lineOf), Number.parseInt(this.dataset.read, 10), this.dataset.me, !page.hasMore));
        this.#position = new ReadingPosition(this);
        this.#span = new Span(this, items, this.#list);
        const parts = { timeline: this, viewer: this.#viewer, items, list: this.#list, position: this.#position, span: this.#span, place: this.#place };
        this.#paging = new Paging({ ...parts, onNewest: () => this.#unsent.showAll() });
        this.#blocks = new Blocks(this.#list, this.#position, this.#viewer);
        this.#saved = new Saved(this.#list, this.#root, this.#position, this.#viewer);
        this.#pill = new Pill(this, {
            onUnread: () => this.goToUnread(), onMention: () => this.#goToMention(), onLatest: () => this.goToLatest(),
        });
        this.#list.fill(page.articles);
        this.#reading = new Reading({ ...parts, marks: this.#marks, pill: this.#pill });
        this.#arrivals = new Arrivals({
            ...parts, paging: this.#paging, pill: this.#pill, marks: this.#marks, reading: this.#reading,
            onDrawn: (follows, drawn) => this.#drawn(follows, drawn),
        });
        served.replaceWith(items);
        return page;
    }

    #listen() {
        const { signal } = this.#gone;
        offerActions(this, this.#viewer, signal);
        moveByKeys(this, this.#list, signal);
        jumpByLinks(this, signal);
        jumpByDays({ timeline: this, list: this.#list, position: this.#position, place: this.#place }, signal);
        this.addEventListener('scroll', () => this.#scrolled(), { signal, passive: true });
        this.addEventListener('click', event => this.#unsent.clicked(event.target), { signal });
        this.addEventListener('click', ({ target }) => target.closest('[data-say]') && fieldBeside(this)?.focus(), { signal });
        this.addEventListener('chat-grows', event => this.#grows(event), { signal });
        this.addEventListener('chat-unread', ({ target }) => this.#markUnread(target), { signal });
        document.addEventListener('chat-edit-last', ({ detail }) => detail.thread === this.#place.thread && runOnLast('edit', this.#list.stored, this.#viewer), { signal });
        document.addEventListener('page-updated', () => this.#pill.attach(), { signal });
        onAttention(() => this.#reading.look(), signal);
    }

    #grows(event) {
        event.preventDefault();
        this.#position.keep(event.detail);
    }

    async #open() {
        await open({ timeline: this, list: this.#list, paging: this.#paging, position: this.#position });
        this.#reading.begin();
        this.#scrolled();
        resume(this.#list.stored);
    }

    /** @param {import('./timeline-pages.js').Page} page of which everything that changes after it comes live */
    #shows(page) {
        if (page.hasNewer) this.#span.showsAround(page);
        else this.#span.showsNewest(page);
        if (this.#span.atNewest) this.#unsent.showAll();
        this.#stopListening();
        this.#stopListening = this.#hear(page.cursor);
    }

    async #reload() {
        for (let page = null; !page && this.isConnected;) {
            await live.signedIn();
            page = await fetchPage(this.#place);
            if (!page) await new Promise(done => setTimeout(done, RETRY));
            else if (this.isConnected) {
                await Promise.all([this.#blocks.reload(), this.#saved.reload()]);
                this.#arrivals.flush(); // what it holds is older than the page
                if (page.root) this.#root.shows(page.root);
                this.#position.keep(() => this.#list.fill(page.articles));
                this.#shows(page);
            }
        }
    }

    #hear(cursor) {
        const here = act => data => data.room_id === this.dataset.room && act(data);
        return live.on({
            reset: () => this.#reload(),
            block: data => this.#blocks.changed(data),
            saved: here(data => this.#saved.changed(data)),
            message: here(message => this.#place.holds(message) && this.#arrivals.message(message)),
            read: here(mark => this.#place.thread ?? this.#reading.marked(mark)),
            profile: here(profile => this.#arrivals.profile(profile)),
            // All other events about a message bring its present HTML.
            other: here(({ item_html, message_id, id, deleted }) => {
                if (deleted) this.#reading.gone(id);
                if (item_html) this.#changed(message_id ?? id, item_html);
            }),
        }, cursor);
    }

    #changed(id, html) {
        if (!this.#root.changed(id, html)) this.#arrivals.changed(id, html);
    }

    #drawn(follows, drawn) {
        this.#filled();
        if (!follows) this.#reading.ask();
        else if (attends()) this.#reading.followed(drawn);
        else this.#stopAtLine();
    }

    // While nobody looks, the timeline follows what comes until the first unread message would leave the screen.
    #stopAtLine() {
        const first = this.#list.numbered(this.#list.lineBefore ?? 0);
        if (!first || this.#list.lineBefore <= this.#marks.read || this.#position.topOf(first) >= 0) return;
        this.#position.begin(first);
        this.#pill.add(this.#span.newest - this.#list.lineBefore + 1);
        this.#reading.ask();
    }

    #filled() {
        const empty = this.querySelector(':scope > .empty');
        if (!empty || this.#list.size === 0) return;
        empty.remove();
        this.#span.markBeginning(); // the room's very first message came
    }

    async #sending(change) {
        if (change.kind !== 'added') return this.#unsent.changed(change);
        if (!this.#span.atNewest) await this.#reload(); // which shows the outbox, too
        else this.#unsent.show(change.entry);
        this.#filled();
        this.#marks.goOn();
        this.#list.moveLine(null);
        this.#position.toBottom();
    }

    #scrolled() {
        const away = !this.#span.atNewest || !this.#position.atBottom;
        this.#reading.scrolled();
        this.#pill.reader(away);
        this.#paging.follow();
        if (away) this.#reading.ask();
        else this.#reading.wentToEnd();
    }

    async #markUnread(article) {
        const answer = await this.#marks.unreadFrom(article);
        if (!answer.ok) return say(sentence(answer));
        if (!this.#place.thread) markedUnread(this.dataset.room);
        this.#position.keep(() => this.#list.moveLine(Number(article.dataset.number)));
    }
}
