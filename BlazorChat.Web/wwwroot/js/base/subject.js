/**
 * The element that says whose page this is, of which room, and as of which cursor; null on pages that are about none.
 * @param {ParentNode} page
 * @returns {HTMLElement | null}
 */
export const subject = (page = document) => page.querySelector('[data-me][data-room][data-cursor]');
