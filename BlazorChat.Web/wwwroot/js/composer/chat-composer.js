import { tell } from '../base/announcer.js';
import { isBlank, withoutBlankEnds } from '../base/blanks.js';
import { grow } from '../base/grow.js';
import { showTimes } from '../base/local-times.js';
import { pickEmoji } from '../emoji/emoji-picker.js';
import { Attaching } from '../files/attaching.js';
import { uploadsOf } from '../files/uploading.js';
import { live } from '../live/live.js';
import { Draft } from '../outbox/drafts.js';
import { outboxOf } from '../outbox/sending.js';
import { measure } from './message-length.js';
import { ReplyContext } from './reply-context.js';
import { Typing } from './typing.js';
import { previewBy, TextPreview } from '../timeline/text-preview.js';
import { isMeant, mayDisturb } from '../writing/everybody.js';
import { insert } from '../writing/insert.js';
import { offerToolbar } from '../writing/toolbar.js';
import { Writing } from '../writing/writing.js';

const MOST_OF_HEIGHT = 0.4;
const PAUSE = 300;
const BESIDE_BUTTONS = 15; // letters that a phone has room for there
const PAGES = { PageUp: -1, PageDown: 1 };

// Where a message is written. What is sent goes to the outbox and appears in the timeline at once; files go to the tray.
export class ChatComposer extends HTMLElement {
    #gone;
    #area;
    #context;
    #draft;
    #writing;
    #preview;
    #typing;
    #outbox;
    #uploads;
    #files;
    #refused = '';
    #saving = 0;
    #asking = false;

    connectedCallback() {
        this.#area = this.querySelector('textarea');
        if (!this.#area) return this.#tellWhy();
        const { me, room, thread, kind, draft, draftVersion } = this.dataset;
        this.#gone = new AbortController();
        this.#draft = new Draft({ user: me, room, thread }, { text: draft, version: Number(draftVersion ?? 0) });
        this.#typing = new Typing(room, undefined, undefined, thread);
        this.#context = new ReplyContext(this.querySelector('.context'), `${me} ${room} ${thread ?? ''}`, () => this.#area.focus());
        this.#writing = new Writing(this.#area, `completion${thread ? '-in-thread' : ''}`, { room, me, kind }, this.#gone.signal);
        const format = this.querySelector('.format-button');
        this.#preview = new TextPreview(this.#area, room, { signal: this.#gone.signal, finish: () => this.#writing.finish() });
        if (format) offerToolbar(this.#area, format, { add: button => previewBy(this.#area, this.#preview, button), before: () => this.#preview.close() }, this.#gone.signal);
        this.#outbox = outboxOf(me);
        this.#uploads = uploadsOf(me);
        this.#files = new Attaching(this, {
            onChange: () => this.#changed(),
            onRefuse: why => this.#notice((this.#refused = why), true),
            onEmpty: () => this.#area.focus(),
        }, this.#gone.signal);
        this.#gone.signal.addEventListener('abort', this.#outbox.subscribe(change => this.#onItsWay(change)));
        this.#gone.signal.addEventListener('abort', this.#uploads.subscribe(change => this.#takeBack(change)));
        this.#listen();
        this.#area.value ||= this.#draft.text; // a form that the browser filled again knows better
        this.#changed();
    }

    get mayAttach() {
        return !!this.#files;
    }

    /**
     * @param {File[]} files
     * @param {string[]} folders which cannot be sent
     */
    attach(files, folders) {
        this.#files?.add(files, folders);
        this.#area?.focus();
    }

    // They may not post here: archived, moderators only, or muted until a time, which is told as their clock has it.
    #tellWhy() {
        showTimes(this);
        tell(this.textContent.trim());
    }

    disconnectedCallback() {
        if (!this.#gone) return;
        this.#keepDraft();
        this.#typing.stops();
        this.#gone.abort();
        this.#gone = null;
    }

    #listen() {
        const { signal } = this.#gone;
        const [form, emoji] = [this.querySelector('form'), this.querySelector('.emoji-button')];
        this.#area.addEventListener('keydown', event => this.#key(event), { signal });
        this.#area.addEventListener('input', () => this.#input(), { signal });
        this.#area.addEventListener('blur', () => this.#leave(), { signal });
        form.addEventListener('submit', event => this.#submit(event), { signal });
        // A button that takes the focus would fold the keyboard of a phone away.
        this.querySelector('.send').addEventListener('pointerdown', event => event.preventDefault(), { signal });
        emoji?.addEventListener('click', () => this.#insertEmoji(emoji), { signal });
        document.addEventListener('chat-reply', ({ detail }) => this.#reply(detail), { signal });
        document.addEventListener('chat-rescue', ({ detail }) => this.#rescue(detail), { signal });
        addEventListener('pagehide', () => this.#keepDraft(), { signal });
        addEventListener('online', () => this.#keepDraft(), { signal });
        signal.addEventListener('abort', live.on({ draft: draft => this.#toldDraft(draft), message_deleted: message => this.#context.deleted(message) }));
        addEventListener('resize', () => this.#grow(), { signal });
    }

    #key(event) {
        if (event.isComposing || event.keyCode === 229) return; // Enter chooses a word there
        if (this.#writing.key(event) || this.#preview.key(event)) return;
        if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            this.querySelector('form').requestSubmit();
        } else if (event.key === 'Escape' && this.#context.replyTo) {
            event.preventDefault();
            this.#context.clear();
        } else if (event.key === 'ArrowUp' && !this.#area.value) {
            event.preventDefault();
            document.dispatchEvent(new CustomEvent('chat-edit-last', { detail: { thread: this.dataset.thread ?? null } }));
        } else if (event.key in PAGES && !event.shiftKey && this.#area.scrollHeight <= this.#area.clientHeight) {
            event.preventDefault(); // a text of several screens scrolls itself
            this.#timeline?.turnPage(PAGES[event.key]);
        }
    }

    #input() {
        this.#changed();
        if (!isBlank(this.#area.value)) this.#typing.goesOn();
        else this.#typing.stops();
        clearTimeout(this.#saving);
        this.#saving = setTimeout(() => this.#saveDraft(), PAUSE);
    }

    #leave() {
        this.#typing.stops();
        this.#keepDraft();
    }

    #submit(event) {
        event.preventDefault();
        this.#preview.close();
        this.#writing.finish();
        const text = withoutBlankEnds(this.#area.value);
        if (this.#isEmpty || this.#measure().tooLong || this.#asking) return;
        if (!mayDisturb(text)) return this.#send(text);
        this.#asking = true;
        isMeant(this.#area, this.dataset.room, text).then(isMeant => isMeant && this.#send(text)).finally(() => this.#asking = false);
    }

    #send(text) {
        if (this.#files.isEmpty) this.#outbox.add(this.dataset.room, text, this.#context.replyTo, this.#where);
        else this.#share(text);
        this.#area.value = '';
        const also = this.querySelector('.also input');
        if (also) also.checked = false;
        this.#context.clear();
        this.#typing.stops();
        this.#keepDraft();
        this.#changed();
    }

    #share(text) {
        const { room, roomName } = this.dataset;
        this.#uploads.add({ room, roomName, ...this.#where }, this.#files.take(), text, this.#context.replyTo);
        this.#timeline?.goToLatest();
    }

    // What was said about a file that is not sent is not lost with it.
    #takeBack({ upload, text }) {
        if (text && this.#isOf(upload)) this.#put(text);
    }

    // A message was deleted while it was edited.
    #rescue({ room, thread, text, hadFocus }) {
        if (!this.#isOf({ room, thread })) return;
        if (text) this.#put(text);
        if (hadFocus) this.#area.focus();
    }

    // Before what stands there.
    #put(text) {
        this.#area.value = [text, this.#area.value].filter(Boolean).join('\n');
        this.#input();
    }

    get #timeline() {
        return this.closest('.conversation, .side')?.querySelector('chat-timeline');
    }

    /** In which thread, if in one. */
    get #where() {
        const { thread } = this.dataset;
        return thread ? { thread, alsoInRoom: this.querySelector('.also input').checked } : {};
    }

    #isOf({ room, thread }) {
        return room === this.dataset.room && (thread ?? undefined) === this.dataset.thread;
    }

    get #isEmpty() {
        return isBlank(this.#area.value) && this.#files.isEmpty;
    }

    #changed() {
        this.#area.classList.toggle('own-row', this.#area.value.length > BESIDE_BUTTONS || this.#area.value.includes('\n'));
        this.#grow();
        const { words, tooLong } = this.#measure();
        const counter = this.querySelector('.counter');
        counter.hidden = tooLong || !words;
        counter.textContent = tooLong ? '' : words;
        this.querySelector('.send').disabled = tooLong || this.#isEmpty;
        this.#refused = tooLong ? `${words}.` : '';
        this.#notice(this.#refused, tooLong);
    }

    #onItsWay({ kind, entry, notice }) {
        if (!this.#isOf(entry)) return;
        if (kind === 'waiting') this.#notice(notice);
        else if (kind !== 'added') this.#notice(this.#refused, this.#refused !== '');
    }

    async #insertEmoji(anchor) {
        this.#preview.close();
        const emoji = await pickEmoji(anchor, { quick: false });
        this.#area.focus();
        if (emoji) insert(this.#area, emoji);
    }

    #reply({ room, thread, replyTo }) {
        if (!this.#isOf({ room, thread })) return;
        this.#preview.close();
        this.#context.show(replyTo);
        this.#area.focus();
    }

    #grow() {
        grow(this.#area, innerHeight * MOST_OF_HEIGHT);
    }

    #measure() {
        return measure(this.#area.value, Number(this.dataset.limit));
    }

    #notice(text, isError = false) {
        const notice = this.querySelector('.notice');
        notice.classList.toggle('error', isError);
        if (notice.textContent !== text) notice.textContent = text;
    }

    #saveDraft() {
        clearTimeout(this.#saving);
        this.#draft.write(this.#area.value);
    }

    // Also with the server, at once: the page may be gone in a moment.
    #keepDraft() {
        this.#saveDraft();
        this.#draft.flush({ keepalive: true });
    }

    // Written on another device, or in another tab.
    #toldDraft({ room_id, thread_id, text, version }) {
        if (!this.#isOf({ room: room_id, thread: thread_id })) return;
        this.#saveDraft();
        const shown = this.#draft.told({ text, version });
        if (shown === null) return;
        this.#preview.close();
        this.#area.value = shown;
        this.#changed();
    }
}
