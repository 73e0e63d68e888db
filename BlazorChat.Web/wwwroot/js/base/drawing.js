/**
 * @param {string} path of lines on a ground of 24 by 24
 * @param {number} [size] in pixels
 */
export const drawing = (path, size = 18) =>
    `<svg viewBox="0 0 24 24" width="${size}" height="${size}" aria-hidden="true" fill="none" stroke="currentColor"
        stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d="${path}"/></svg>`;
