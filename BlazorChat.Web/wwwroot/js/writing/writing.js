import { Completion } from './completion.js';
import { closeEmoji, emojiSource } from './emoji-source.js';
import { formatByKey } from './format.js';
import { breakLine, isEnterALine } from './lines.js';
import { paste } from './paste.js';
import { peopleSource } from './people-source.js';
import { roomSource } from './room-source.js';
import { closeSmiley } from './smileys.js';

/** What a field for a message can do, wherever it stands: a composer, an edit. */
export class Writing {
    #area;
    #completion;

    /**
     * @param {HTMLTextAreaElement} area
     * @param {string} id of its list of completions
     * @param {{ room: string, me: string, kind?: string }} where
     * @param {AbortSignal} [signal]
     */
    constructor(area, id, where, signal) {
        this.#area = area;
        this.#completion = new Completion(area, id, [peopleSource(area, where), roomSource(), emojiSource]);
        area.addEventListener('input', event => {
            // Not after an undo, which wants the name back.
            if (event.inputType === 'insertText' && event.data === ':') closeEmoji(area);
            if (event.inputType === 'insertText' && event.data === ' ') closeSmiley(area, area.selectionStart - 1);
            this.#completion.update();
        }, { signal });
        area.addEventListener('paste', event => paste(area, event), { signal });
        for (const name of ['blur', 'click']) area.addEventListener(name, () => this.close(), { signal });
    }

    /** @returns {boolean} whether the key was for it */
    key(event) {
        if (this.#completion.key(event) || formatByKey(this.#area, event)) return true;
        if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.altKey || !(event.shiftKey || isEnterALine(this.#area))) return false;
        if (breakLine(this.#area)) event.preventDefault();
        return true;
    }

    /** Before the text is taken away: its last word is over. */
    finish() {
        closeSmiley(this.#area, this.#area.selectionStart);
        this.close();
    }

    close() {
        this.#completion.close();
    }
}
