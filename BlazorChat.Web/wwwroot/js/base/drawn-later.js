/**
 * A list that a script changes is the script's own: Blazor, which would compare the page with what it drew itself, must leave it alone
 * (`data-permanent`). It goes on to write the attributes of the element around it; where they say that the page was drawn later than
 * the list, the list is out of date.
 * @param {HTMLElement} element with the cursor of its drawing
 * @param {() => void} outdated
 * @param {AbortSignal} signal
 */
export function whenDrawnLater(element, outdated, signal) {
    let { cursor } = element.dataset;
    document.addEventListener('page-updated', () => {
        if (!element.isConnected || element.dataset.cursor === cursor) return;
        cursor = element.dataset.cursor;
        outdated();
    }, { signal });
}
