import { request, sentence } from '../base/api.js';

// Choosing a picture of oneself: by button or by dropping it, seen before it is sent, with what is wrong said beside it.

const LARGEST = 2 * 1024 * 1024;
const TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'];

/**
 * @param {{ type: string, size: number }} file
 * @returns {string} what is wrong with it; empty: nothing that can be seen here
 */
export function wrongWith({ type, size }) {
    if (!TYPES.includes(type)) return 'That is no picture that can be read: give a PNG, JPEG, WebP or GIF.';
    if (size > LARGEST) return 'That picture is too large: it may have up to 2 MiB.';
    return '';
}

/** @param {HTMLElement} place has the face and the form */
export function startPictureForm(place) {
    const [face, form, removal] = ['.avatar', '[data-picture-form]', '[data-picture-removal]'].map(part => place.querySelector(part));
    const [input, save, cancel, error] = ['input[type=file]', '[data-save]', '[data-cancel]', '.field-error'].map(part => form.querySelector(part));
    const before = [...face.childNodes];

    const choose = () => {
        const [file] = input.files;
        const wrong = file ? wrongWith(file) : '';
        say(wrong);
        if (wrong) input.value = '';
        show(wrong ? null : file);
    };
    const show = file => {
        face.replaceChildren(...file ? [pictureOf(file)] : before);
        save.hidden = cancel.hidden = !file;
        if (removal) removal.hidden = !!file;
        if (file) save.focus();
    };
    const say = text => {
        error.textContent = text;
        error.hidden = !text;
    };

    save.hidden = true; // until something is chosen
    input.addEventListener('change', choose);
    cancel.addEventListener('click', () => {
        input.value = '';
        choose();
        input.focus();
    });
    form.addEventListener('submit', () => {
        place.setAttribute('aria-busy', 'true');
        save.textContent = 'Saving…';
        setTimeout(() => (save.disabled = cancel.disabled = true)); // after the form has been gathered
    });
    // Another form of the page, which would lead away from the one that was chosen.
    document.addEventListener('submit', async event => {
        const [file] = input.files;
        if (!file || place.contains(event.target)) return;
        event.preventDefault();
        const answer = await request('PUT', '/auth/me/avatar', file);
        say(answer.ok ? '' : sentence(answer));
        if (answer.ok) event.target.submit();
    });
    for (const name of ['dragenter', 'dragover']) place.addEventListener(name, event => {
        event.preventDefault();
        place.classList.add('dropping');
    });
    for (const name of ['dragleave', 'drop']) place.addEventListener(name, () => place.classList.remove('dropping'));
    place.addEventListener('drop', event => {
        event.preventDefault();
        if (event.dataTransfer.files.length === 0) return;
        input.files = event.dataTransfer.files;
        choose();
    });
}

function pictureOf(file) {
    const image = Object.assign(new Image(), { src: URL.createObjectURL(file), alt: '' });
    image.addEventListener('load', () => URL.revokeObjectURL(image.src), { once: true });
    return image;
}

const place = globalThis.document?.querySelector('[data-picture]');
if (place) startPictureForm(place);
