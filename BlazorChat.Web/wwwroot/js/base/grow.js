/**
 * Makes a field as high as what is written in it. Newer browsers do so by themselves (`field-sizing`), and faster: measuring
 * lays out the whole page at every key.
 * @param {HTMLTextAreaElement} area
 * @param {number} [most] in pixels
 */
export function grow(area, most = Infinity) {
    if (CSS.supports?.('field-sizing', 'content')) return;
    area.style.height = 'auto';
    area.style.height = `${Math.min(area.scrollHeight, most)}px`;
}
