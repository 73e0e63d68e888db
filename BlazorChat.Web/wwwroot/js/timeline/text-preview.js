import { tell } from '../base/announcer.js';
import { request, sentence } from '../base/api.js';
import { isBlank } from '../base/blanks.js';
import { isOfPage, shortcutOf } from '../base/keyboard.js';
import { wordsIn } from '../base/words.js';
import { live } from '../live/live.js';
import { dressText } from './message-dress.js';
import { excerptOf } from './message-text.js';

/** What a field tells when its preview opens (`detail`) or closes. */
export const PREVIEWED = 'chat-previewed';

// How a text will look once it is sent, in the place of its field. The server makes it, which also makes the message: the two cannot differ.
export class TextPreview {
    #area;
    #room;
    #shown = null;
    #asked = 0;
    #place = null;
    #finish;
    #notBack = null;

    /**
     * @param {HTMLTextAreaElement} area
     * @param {string} room in which it will stand: whom its names address
     * @param {{ signal?: AbortSignal, finish?: () => void }} [options] finish: what sending does to the text first
     */
    constructor(area, room, { signal, finish } = {}) {
        [this.#area, this.#room, this.#finish] = [area, room, finish];
        area.addEventListener('input', () => this.close(), { signal });
        signal?.addEventListener('abort', () => this.#end());
    }

    /** @returns {boolean} whether the key was for it */
    key(event) {
        // AltGr, which writes letters, is Ctrl and Alt on some systems.
        if (!(event.ctrlKey || event.metaKey) || !event.altKey || shortcutOf(event) !== 'p' || event.getModifierState('AltGraph')) return false;
        event.preventDefault();
        this.toggle();
        return true;
    }

    toggle() {
        if (this.#shown) this.close();
        else this.#open();
    }

    /** Back to writing, with what was selected selected. */
    close() {
        this.#asked++;
        if (!this.#shown) return;
        const hadFocus = this.#shown.contains(document.activeElement);
        this.#end();
        this.#area.classList.remove('previewed');
        this.#tell(false);
        if (!hadFocus && document.activeElement !== document.body) return;
        this.#area.focus({ preventScroll: true });
        this.#area.setSelectionRange(...this.#place.selection);
        this.#area.scrollTop = this.#place.scrollTop;
    }

    #open() {
        this.#finish?.();
        const { value, selectionStart, selectionEnd, selectionDirection, scrollTop } = this.#area;
        this.#place = { selection: [selectionStart, selectionEnd, selectionDirection], scrollTop };
        if (isBlank(value)) this.#say('There is nothing to preview yet.');
        else this.#ask();
    }

    async #ask() {
        const { value: text } = this.#area;
        const asked = ++this.#asked;
        // The field stays until there is something to show in its place.
        const { ok, ...answer } = await request('POST', '/chat/messages/render', { room_id: this.#room, message: text });
        if (asked !== this.#asked || !this.#area.isConnected || this.#area.value !== text) return;
        this.#notBack?.();
        if (!ok) this.#say(sentence(answer), true);
        else this.#show(shown => shown.innerHTML = answer.body.html); // the server made it safe to show
        if (ok) tell(`Preview: ${excerptOf(wordsIn(answer.body.html))} Escape goes back to writing.`);
        else if (answer.status === 0) this.#askOnceBack();
    }

    #askOnceBack() {
        let isNow = true; // told at once how the line is
        this.#notBack = live.onState(state => {
            if (!isNow && (state === 'open' || state === 'polling')) this.#ask();
            isNow = false;
        });
    }

    #say(words, isError = false) {
        this.#show(shown => shown.textContent = words, isError);
        tell(words);
    }

    #show(fill, isError = false) {
        this.#shown ??= this.#inPlace();
        const text = this.#shown.querySelector('.text');
        fill(text);
        text.classList.toggle('error', isError);
        dressText(this.#shown);
    }

    #inPlace() {
        const shown = document.createElement('div');
        shown.className = 'text-preview';
        shown.innerHTML = `<div class="text-preview-head"><span>Preview</span> <button type="button">Back to writing</button></div>
            <div class="text-preview-shown" role="region" aria-label="Preview" tabindex="0"><div class="text" dir="auto"></div></div>`;
        const back = shown.querySelector('button');
        back.addEventListener('pointerdown', event => event.preventDefault());
        back.addEventListener('click', () => this.close());
        shown.addEventListener('keydown', event => this.#keyInside(event));
        this.#area.classList.add('previewed'); // keeps what can be undone, which a field that is taken away would lose
        this.#area.after(shown);
        shown.querySelector('.text-preview-shown').focus({ preventScroll: true });
        this.#tell(true);
        return shown;
    }

    #end() {
        this.#notBack?.();
        this.#shown?.remove();
        this.#shown = this.#notBack = null;
    }

    #keyInside(event) {
        if (!isOfPage(event)) event.stopPropagation(); // in an edit, the keys of the timeline
        if (this.key(event)) return;
        if (event.key === 'Escape') this.close();
        else if (event.key === 'Enter' && !event.shiftKey && !event.target.closest('button, a')) this.#area.form.requestSubmit();
        else return;
        event.preventDefault();
    }

    #tell(isOpen) {
        this.#area.dispatchEvent(new CustomEvent(PREVIEWED, { detail: isOpen }));
    }
}

/**
 * A button that opens and closes a preview shows whether it is open.
 * @param {HTMLTextAreaElement} area
 * @param {TextPreview} preview
 * @param {HTMLButtonElement} button
 */
export function previewBy(area, preview, button) {
    button.setAttribute('aria-pressed', 'false');
    button.addEventListener('pointerdown', event => event.preventDefault()); // the field keeps the focus, and a phone its keyboard
    button.addEventListener('click', () => preview.toggle());
    area.addEventListener(PREVIEWED, ({ detail }) => button.setAttribute('aria-pressed', String(detail)));
}
