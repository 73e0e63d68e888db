import { tell } from '../base/announcer.js';
import { Chosen, named, pastedFiles } from './chosen.js';
import { Previews } from './previews.js';

/** What was chosen for a room or a thread waits there, also while one looks at another. @type {Map<string, Chosen>} */
const rooms = new Map();

addEventListener('beforeunload', event => [...rooms.values()].some(({ files }) => files.length > 0) && event.preventDefault());

/** Takes files into a composer: from the button, from the clipboard, and what is dropped on the page. */
export class Attaching {
    #chosen;
    #field;
    #isOfThread;
    #limit;
    #previews;
    #told;

    /**
     * @param {HTMLElement} composer
     * @param {object} told
     * @param {() => void} told.onChange
     * @param {(why: string) => void} told.onRefuse
     * @param {() => void} told.onEmpty the last one was removed
     * @param {AbortSignal} signal
     */
    constructor(composer, told, signal) {
        const { room, me, uploadLimit, thread = '' } = composer.dataset;
        const key = `${me} ${room} ${thread}`;
        if (!rooms.has(key)) rooms.set(key, new Chosen());
        [this.#chosen, this.#limit, this.#told] = [rooms.get(key), Number(uploadLimit), told];
        this.#previews = new Previews(composer.querySelector('.previews'), file => this.#remove(file));

        const input = composer.querySelector('input[type=file]');
        const button = composer.querySelector('.attach');
        button.addEventListener('click', () => input.click(), { signal });
        input.addEventListener('change', () => {
            this.add([...input.files]);
            input.value = ''; // the same may be chosen once more
            // On a phone the keyboard would come up over what was chosen.
            if (matchMedia('(pointer: fine)').matches) this.#field.focus();
        }, { signal });
        this.#field = composer.querySelector('textarea');
        this.#isOfThread = thread !== '';
        document.addEventListener('paste', event => this.#paste(event), { signal });
        this.#previews.show(this.#chosen.files);
    }

    get isEmpty() {
        return this.#chosen.files.length === 0;
    }

    /**
     * @param {File[]} files
     * @param {string[]} folders which cannot be sent
     */
    add(files, folders = []) {
        const before = this.#chosen.files.length;
        const refused = [...this.#chosen.add(files, this.#limit), ...folders.map(name => `${name} is a folder: put it into an archive.`)];
        this.#changed();
        const added = this.#chosen.files.length - before;
        if (added > 0) tell(added === 1 ? `${this.#chosen.files.at(-1).name} added` : `${added} files added`);
        if (refused.length > 0) this.#told.onRefuse(refused.join(' '));
    }

    take() {
        const files = this.#chosen.take();
        this.#previews.show([]);
        return files;
    }

    // Anywhere on the page where nothing else is being written.
    #paste(event) {
        const field = event.target.closest?.('input, textarea, dialog');
        if (field ? field !== this.#field : this.#isOfThread) return; // where nothing is being written, the room takes it
        const files = pastedFiles(event.clipboardData);
        if (files.length === 0) return;
        event.preventDefault();
        this.add(files.map(file => named(file)));
        this.#field.focus();
    }

    #remove(file) {
        this.#chosen.remove(file);
        this.#changed();
        if (this.isEmpty) this.#told.onEmpty();
    }

    #changed() {
        this.#previews.show(this.#chosen.files);
        this.#told.onChange();
    }
}
