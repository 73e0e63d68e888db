import { faceOf } from './file-face.js';
import { sizeInWords } from './file-size.js';

/** The row in the composer that shows the files that will be sent. */
export class Previews {
    #row;
    #items = new Map();
    #onRemove;

    /**
     * @param {HTMLElement} row
     * @param {(file: File) => void} onRemove
     */
    constructor(row, onRemove) {
        this.#row = row;
        this.#onRemove = onRemove;
    }

    /** @param {File[]} files */
    show(files) {
        for (const [file, item] of this.#items) {
            if (files.includes(file)) continue;
            item.remove();
            this.#items.delete(file);
        }
        for (const file of files) if (!this.#items.has(file)) this.#items.set(file, this.#add(file));
        this.#row.hidden = files.length === 0;
    }

    #add(file) {
        const item = document.createElement('li');
        item.className = 'preview';
        item.innerHTML = `<span class="preview-about"><span class="file-name"></span> <span class="file-size"></span></span>
            <button type="button"><span aria-hidden="true">✕</span></button>`;
        item.prepend(faceOf(file));
        item.title = file.name;
        item.querySelector('.file-name').textContent = file.name;
        item.querySelector('.file-size').textContent = sizeInWords(file.size);
        const button = item.querySelector('button');
        button.setAttribute('aria-label', `Remove ${file.name}`);
        button.title = 'Remove';
        button.addEventListener('click', () => {
            const neighbour = item.nextElementSibling ?? item.previousElementSibling;
            this.#onRemove(file);
            neighbour?.querySelector('button').focus();
        });
        this.#row.append(item);
        return item;
    }
}
