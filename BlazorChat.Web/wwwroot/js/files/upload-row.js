import { faceOf } from './file-face.js';
import { partInWords, sizeInWords } from './file-size.js';

/** One file on its way, as the tray shows it. */
export class UploadRow {
    element = document.createElement('li');
    #bar;
    #state;

    /**
     * @param {import('./uploads.js').Upload} upload
     * @param {string} room that is looked at
     * @param {{ onRetry: () => void, onDiscard: () => void }} told
     */
    constructor({ file, room: goesTo, roomName }, room, { onRetry, onDiscard }) {
        const { element } = this;
        element.className = 'upload';
        element.innerHTML = `<div class="upload-about">
              <span class="file-name"></span> <span class="upload-state"></span>
              <div class="progress" role="progressbar" aria-valuemin="0" aria-valuemax="100"><div></div></div>
            </div>
            <button type="button" class="button small retry">Retry</button>
            <button type="button" class="button small remove">Remove</button>
            <button type="button" class="icon-button cancel" title="Cancel"><span aria-hidden="true">✕</span></button>`;
        element.prepend(faceOf(file));
        element.title = file.name;
        element.querySelector('.file-name').textContent = goesTo === room ? file.name : `${file.name} in ${roomName}`;
        [this.#bar, this.#state] = ['.progress', '.upload-state'].map(part => element.querySelector(part));
        this.#bar.setAttribute('aria-label', `Uploading ${file.name}`);
        for (const [name, act] of [['Retry', onRetry], ['Remove', onDiscard], ['Cancel', onDiscard]]) {
            const button = this.#button(name);
            button.setAttribute('aria-label', `${name} ${file.name}`);
            button.addEventListener('click', act);
        }
    }

    /** @param {import('./uploads.js').Upload} upload */
    draw(upload) {
        const { state, moved, file: { size } } = upload;
        const failed = state === 'failed';
        const hadFocus = this.element.contains(document.activeElement);
        this.element.dataset.state = upload.notice ? 'stalled' : state;
        this.#button('Retry').hidden = this.#button('Remove').hidden = !failed;
        // Once it is being posted, it may be a message already.
        this.#button('Cancel').hidden = failed || state === 'posting' || state === 'sent';
        this.#state.textContent = wordsFor(upload);
        this.#bar.hidden = failed;
        this.#bar.firstElementChild.style.width = `${moved / size * 100}%`;
        this.#bar.setAttribute('aria-valuenow', String(Math.floor(moved / size * 100)));
        this.#bar.setAttribute('aria-valuetext', this.#state.textContent);
        if (hadFocus && !this.element.querySelector(':focus:not([hidden])')) this.focus();
    }

    /** The focus, once the button that had it is gone. */
    focus() {
        const button = this.element.querySelector('button:not([hidden])');
        if (button) button.focus();
        else focusConversation();
    }

    #button(name) {
        return this.element.querySelector(`.${name.toLowerCase()}`);
    }
}

/** Where one goes on once there is nothing to do about files. */
export const focusConversation = () =>
    (document.querySelector('chat-composer textarea') ?? document.getElementById('timeline') ?? document.getElementById('files'))?.focus();

function wordsFor({ state, notice, reason, moved, speed, file: { size } }) {
    if (state === 'failed') return `Not sent. ${reason}`;
    if (notice) return notice;
    if (state === 'waiting') return `${sizeInWords(size)} · waiting`;
    if (state === 'here') return `${sizeInWords(size)} · waiting for the file before it`;
    if (state === 'posting' || state === 'sent' || moved === size) return `${sizeInWords(size)} · finishing`;
    const pace = speed > 0 ? ` · ${sizeInWords(Math.round(speed))}/s` : '';
    return partInWords(moved, size) + pace;
}
