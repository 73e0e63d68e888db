import { sizeInWords } from './file-size.js';

const FROM_CLIPBOARD = /^image\.(png|jpe?g|gif|webp)$/i;
const two = number => String(number).padStart(2, '0');

/** The files that wait in a room's composer until they are sent. */
export class Chosen {
    /** @type {File[]} */
    files = [];

    /**
     * @param {Iterable<File>} files
     * @param {number} limit bytes
     * @returns {string[]} a sentence for each that was not taken
     */
    add(files, limit) {
        const refused = [];
        for (const file of files) {
            const why = refusal(file, limit);
            if (why) refused.push(why);
            else this.files.push(file);
        }
        return refused;
    }

    /** @param {File} file */
    remove(file) {
        this.files = this.files.filter(other => other !== file);
    }

    /** @returns {File[]} all, which wait no longer */
    take() {
        const { files } = this;
        this.files = [];
        return files;
    }
}

/**
 * What a file is called, each letter as keyboards type it: macOS takes ü apart into u and its dots, and nobody finds that.
 * @param {File} file
 */
export const nameOf = file => file.name.normalize('NFC');

function refusal({ name, size }, limit) {
    if (size === 0) return `${name} is empty.`;
    if (size > limit) return `${name} is too large: it has ${sizeInWords(size)}, and a file may have up to ${sizeInWords(limit)}.`;
    return null;
}

/**
 * What the clipboard holds as a picture is called image.png, all of them: named by when it was pasted, it can be found again.
 * @param {File} file
 * @param {Date} now
 */
export function named(file, now = new Date()) {
    const [, ending] = FROM_CLIPBOARD.exec(file.name) ?? [];
    if (!ending) return file;
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    return new File([file], `Pasted image ${day} ${two(now.getHours())}.${two(now.getMinutes())}.${ending.toLowerCase()}`, { type: file.type });
}

/**
 * The files in what was pasted. Office programs offer what is copied there as text and as a picture of it: that is text.
 * @param {DataTransfer | null} clipboard
 * @returns {File[]}
 */
export function pastedFiles(clipboard) {
    const { types = [], files = [] } = clipboard ?? {};
    return types.includes('text/plain') && types.includes('text/html') ? [] : [...files];
}

/**
 * What was dropped, folders apart: they have no bytes of their own.
 * @param {DataTransfer} dropped
 * @returns {{ files: File[], folders: string[] }}
 */
export function droppedFiles({ items, files }) {
    const entries = [...items].filter(({ kind }) => kind === 'file').map(item => item.webkitGetAsEntry?.() ?? null);
    const isFolder = i => entries[i]?.isDirectory ?? false;
    return {
        files: [...files].filter((_, i) => !isFolder(i)),
        folders: [...files].filter((_, i) => isFolder(i)).map(({ name }) => name),
    };
}
