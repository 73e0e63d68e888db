import { tell } from '../base/announcer.js';
import { request, sentence } from '../base/api.js';
import { isBlank } from '../base/blanks.js';
import { isOfPage, shortcutOf } from '../base/keyboard.js';
import { wordsIn } from '../base/words.js';
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

    /**
     * @param {HTMLTextAreaElement} area
     * @param {string} room in which it will stand: whom its names address
     * @param {AbortSignal} [signal]
     */
    constructor(area, room, signal) {
        [this.#area, this.#room] = [area, room];
        area.addEventListener('input', () => this.close(), { signal });
        signal?.addEventListener('abort', () => this.#shown?.remove());
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
        this.#shown.remove();
        this.#shown = null;
        this.#area.classList.remove('previewed');
        this.#tell(false);
        if (!hadFocus && document.activeElement !== document.body) return;
        this.#area.focus({ preventScroll: true });
        this.#area.setSelectionRange(...this.#place.selection);
        this.#area.scrollTop = this.#place.scrollTop;
    }

    async #open() {
        const { value: text, selectionStart, selectionEnd, selectionDirection, scrollTop } = this.#area;
        if (isBlank(text)) return tell('There is nothing to preview yet.');
        this.#place = { selection: [selectionStart, selectionEnd, selectionDirection], scrollTop };
        const asked = ++this.#asked;
        // The field stays until there is something to show in its place.
        const answer = await request('POST', '/chat/messages/render', { room_id: this.#room, message: text });
        if (asked === this.#asked && this.#area.isConnected && this.#area.value === text) this.#show(answer);
    }

    #show({ ok, ...answer }) {
        this.#shown = document.createElement('div');
        this.#shown.className = 'text-preview';
        this.#shown.innerHTML = `<div class="text-preview-head"><span>Preview</span> <button type="button">Back to writing</button></div>
            <div class="text-preview-shown" role="region" aria-label="Preview" tabindex="0"><div class="text" dir="auto"></div></div>`;
        const text = this.#shown.querySelector('.text');
        if (ok) text.innerHTML = answer.body.html; // the server made it safe to show
        else text.textContent = sentence(answer);
        text.classList.toggle('error', !ok);
        const back = this.#shown.querySelector('button');
        back.addEventListener('pointerdown', event => event.preventDefault());
        back.addEventListener('click', () => this.close());
        this.#shown.addEventListener('keydown', event => this.#keyInside(event));
        this.#area.classList.add('previewed'); // keeps what can be undone, which a field that is taken away would lose
        this.#area.after(this.#shown);
        dressText(this.#shown);
        this.#shown.querySelector('.text-preview-shown').focus({ preventScroll: true });
        this.#tell(true);
        tell(ok ? `Preview: ${excerptOf(wordsIn(answer.body.html))} Escape goes back to writing.` : text.textContent);
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
