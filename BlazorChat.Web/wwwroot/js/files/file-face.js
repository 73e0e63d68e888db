const SHAPES = {
    image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01',
    audio: 'M9 18V6l10-2v12M9 18a3 3 0 1 1-6 0 3 3 0 0 1 6 0zM19 16a3 3 0 1 1-6 0 3 3 0 0 1 6 0z',
    video: 'M4 6h11v12H4zM15 10l5-3v10l-5-3',
    other: 'M13 3H6v18h12V8zM13 3v5h5',
};

/** What browsers draw. A drawing made of code is not among it. */
const DRAWN = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp'];

/**
 * A small picture of a file that is still on this machine, or a shape for its kind.
 * @param {File} file
 * @returns {HTMLElement}
 */
export function faceOf(file) {
    const face = document.createElement('span');
    face.className = 'file-face';
    face.setAttribute('aria-hidden', 'true');
    face.innerHTML = shapeOf(file.type);
    if (DRAWN.includes(file.type)) draw(face, file);
    return face;
}

async function draw(face, file) {
    const image = new Image();
    image.alt = '';
    image.src = URL.createObjectURL(file);
    try {
        await image.decode();
        face.replaceChildren(image);
        face.classList.add('drawn');
    } catch {
        // Not what its name says: the shape stays.
    }
    URL.revokeObjectURL(image.src);
}

const shapeOf = type => `<svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" stroke-width="1.6"
    stroke-linecap="round" stroke-linejoin="round"><path d="${SHAPES[type.split('/')[0]] ?? SHAPES.other}"/></svg>`;
