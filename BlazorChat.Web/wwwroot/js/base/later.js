// What a page needs now and then is not part of its first load.

/**
 * Where a file of ours is served: the page's import map leads to its present version.
 * @param {string} path below the chat's base address
 */
export const placeOf = path => import.meta.resolve(new URL(path, document.baseURI).href);

/**
 * Loads a module, once.
 * @param {string} path below the chat's base address
 */
export const load = path => import(placeOf(path));
