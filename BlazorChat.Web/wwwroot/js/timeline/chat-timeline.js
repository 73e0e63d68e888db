import { tell } from '../base/announcer.js';
import { sentence } from '../base/api.js';
import { attends, onAttention } from '../base/attention.js';
import { showProfile } from '../base/profiles.js';
import { live } from '../live/live.js';
import { outboxOf } from '../outbox/sending.js';
import { firstUnread } from './arrange.js';
import { markedUnread } from './marked-unread.js';
import { runOnLast } from './message-acts.js';
import { articleFrom } from './message-item.js';
import { MessageList, lineOf } from './message-list.js';
import { newsOf } from './message-text.js';
import { ReadMarks } from './read-marks.js';
import { offerActions } from './timeline-actions.js';
import { Blocks } from './timeline-blocks.js';
import { moveByKeys } from './timeline-focus.js';
import { jumpByLinks } from './timeline-jump.js';
import { fetchPage, pageOf } from './timeline-pages.js';
import { Paging } from './timeline-paging.js';
import { Pill } from './timeline-pill.js';
import { ReadingPosition } from './timeline-scroll.js';
import { Unsent } from './timeline-unsent.js';
import { viewerOf } from './viewer.js';

const MOST = 400;
const KEPT = 200;
const HIGHLIGHTED = 2_000;
const RETRY = 3_000;

// The messages of one room, oldest first. Rendered by the server; kept up to date by the live module.
export class ChatTimeline extends HTMLElement {
    #gone;
    #viewer;
    #list;
    #position;
    #paging;
    #pill;
    #marks;
    #unsent;
    #blocks;
    #stopListening = () => {};

    connectedCallback() {
        const { room, me, cursor, read } = this.dataset;
        this.#gone = new AbortController();
        this.#viewer = viewerOf(this.dataset);
        this.#marks = new ReadMarks(room, Number.parseInt(read, 10));

        const page = this.#build();
        live.start({ user: me, cursor, watch: room });
        live.watch(room);
        const outbox = outboxOf(me);
        this.#unsent = new Unsent({ outbox, list: this.#list, viewer: this.#viewer, position: this.#position, room });
        this.#shows(page);

        const stop = outbox.subscribe(change => change.entry.room === room && this.#sending(change));
        this.#gone.signal.addEventListener('abort', stop);
        this.#listen();
        this.#paging.follow();
    }

    disconnectedCallback() {
        this.#stopListening();
        this.#gone.abort();
        this.#pill.remove();
        this.#marks.stop();
    }

    /** Scrolls to a message and loads its part of the history if need be. */
    async goTo(id) {
        const article = this.#list.find(id) ?? (await this.#paging.around(id) ? this.#list.find(id) : null);
        if (!article) return tell('That message is not there any more.');
        this.#position.show(article);
        article.focus({ preventScroll: true });
        article.classList.add('highlight');
        setTimeout(() => article.classList.remove('highlight'), HIGHLIGHTED);
    }

    async goToLatest() {
        if (!this.#paging.atNewest) await this.#reload();
        this.#position.toBottom();
    }

    /** @param {1 | -1} way down or up by one screen; a little of it stays in view */
    turnPage(way) {
        this.scrollBy({ top: way * this.clientHeight * 0.9 });
    }

    #build() {
        const served = this.querySelector(':scope > .page, :scope > .items');
        const page = { ...pageOf(served), cursor: this.dataset.cursor };
        const items = document.createElement('div');
        items.className = 'items';
        this.#list = new MessageList(items, this.#viewer);
        this.#list.moveLine(firstUnread(page.articles.map(lineOf), Number.parseInt(this.dataset.read, 10), this.dataset.me));
        this.#position = new ReadingPosition(this);
        this.#paging = new Paging(this, items, this.#list, this.#position);
        this.#blocks = new Blocks(this.#list, this.#position, this.#viewer);
        this.#pill = new Pill(this, () => this.goToLatest());
        this.#list.fill(page.articles);
        served.replaceWith(items);
        return page;
    }

    #listen() {
        const { signal } = this.#gone;
        offerActions(this, this.#viewer, signal);
        moveByKeys(this, this.#list, signal);
        jumpByLinks(this, signal);
        this.addEventListener('scroll', () => this.#scrolled(), { signal, passive: true });
        this.addEventListener('click', event => this.#unsent.clicked(event.target), { signal });
        this.addEventListener('click', ({ target }) => target.closest('[data-say]') && document.querySelector('chat-composer textarea')?.focus(), { signal });
        this.addEventListener('chat-unread', ({ target }) => this.#markUnread(target), { signal });
        document.addEventListener('chat-edit-last', () => runOnLast('edit', this.#list.stored, this.#viewer), { signal });
        document.addEventListener('page-updated', () => this.#pill.attach(), { signal });
        onAttention(() => this.#markRead(), signal);
        this.#markRead();
    }

    /** @param {import('./timeline-pages.js').Page} page the newest one; everything after it comes live */
    #shows(page) {
        this.#paging.showsNewest(page);
        this.#unsent.showAll();
        this.#stopListening();
        this.#stopListening = this.#hear(page.cursor);
    }

    async #reload() {
        for (let page = null; !page && this.isConnected;) {
            page = await fetchPage(this.dataset.room);
            if (!page) await new Promise(done => setTimeout(done, RETRY));
            else if (this.isConnected) {
                await this.#blocks.reload();
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
            message: here(message => this.#arrived(message)),
            profile: here(profile => this.#renamed(profile)),
            // All other events about a message bring its present HTML.
            other: here(({ item_html, message_id, id }) => item_html && this.#changed(message_id ?? id, item_html)),
        }, cursor);
    }

    #arrived(message) {
        const isNews = message.user_id !== this.#viewer.me && !message.deleted;
        if (isNews && message.type !== 'system' && !this.#viewer.blocked.has(message.user_id)) tell(newsOf(message));
        const { atBottom } = this.#position;
        if (isNews && !(atBottom && this.#paging.atNewest)) this.#pill.add();
        if (!this.#paging.atNewest) return this.#paging.skipped(message.number);

        this.#position.keep(() => {
            if (isNews && !attends()) this.#list.moveLine(this.#lineFor(message));
            this.#list.put(articleFrom(message.item_html));
        });
        this.#filled();
        if (atBottom && this.#list.trim(MOST, KEPT)) this.#paging.trimmed();
        this.#markRead();
    }

    #filled() {
        const empty = this.querySelector(':scope > .empty');
        if (!empty) return;
        empty.remove();
        this.#paging.hasBegun();
    }

    // The line "New" stays until it has been read. After that, the next message that comes unseen gets a new one.
    #lineFor({ number }) {
        const { lineBefore } = this.#list;
        return lineBefore !== null && lineBefore > this.#marks.read ? lineBefore : number;
    }

    #changed(id, html) {
        const apply = () => this.#list.find(id) && this.#list.requote(this.#list.put(articleFrom(html)));
        this.#position.keep(apply);
        this.#paging.changed(id, apply);
    }

    #renamed(profile) {
        if (profile.user_id === this.#viewer.me) this.#viewer.name = profile.display_name ?? profile.username;
        const apply = () => showProfile(this, profile);
        this.#position.keep(apply);
        this.#paging.changed(`profile of ${profile.user_id}`, apply);
    }

    async #sending(change) {
        if (change.kind !== 'added') return this.#unsent.changed(change);
        if (!this.#paging.atNewest) await this.#reload(); // which shows the outbox, too
        else this.#unsent.show(change.entry);
        this.#filled();
        this.#marks.goOn();
        this.#list.moveLine(null);
        this.#position.toBottom();
    }

    #scrolled() {
        const away = !this.#paging.atNewest || !this.#position.atBottom;
        this.#pill.reader(away);
        this.#paging.follow();
        if (!away) this.#markRead();
    }

    #markRead() {
        if (attends() && this.#paging.atNewest && this.#position.atBottom) this.#marks.readUpTo(this.#list.newest);
    }

    async #markUnread(article) {
        const answer = await this.#marks.unreadFrom(article);
        if (!answer.ok) return tell(sentence(answer));
        markedUnread(this.dataset.room);
        this.#position.keep(() => this.#list.moveLine(Number(article.dataset.number)));
    }
}
