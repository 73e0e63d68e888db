import { showTimes } from './local-times.js';

/**
 * Makes a list what a newly drawn one is, and keeps the elements that are in both: with their focus, and their pictures.
 * @param {HTMLElement} shown around the list, where Blazor leaves all to the scripts
 * @param {HTMLElement} fresh the same, newly drawn
 * @param {string} items a selector
 * @param {(item: HTMLElement) => string} keyOf
 */
export function merge(shown, fresh, items, keyOf) {
    if (!shown.closest('[data-permanent]')) throw new Error('A list that is changed here needs data-permanent.');
    showTimes(fresh);
    const [list, next] = [shown.querySelector(items)?.parentElement, fresh.querySelector(items)?.parentElement];
    if (!list || !next) return shown.replaceChildren(...fresh.childNodes);
    const coming = new Map([...next.children].map(item => [keyOf(item), item]));
    for (const item of [...list.children]) if (!coming.has(keyOf(item))) item.remove();
    const known = new Map([...list.children].map(item => [keyOf(item), item]));
    let after = null;
    for (const [key, item] of [...coming].reverse()) after = known.get(key) ?? list.insertBefore(item, after);
    while (list.nextSibling) list.nextSibling.remove();
    for (let node; (node = next.nextSibling);) shown.append(node);
}
