/**
 * Writes in a field as if it were typed: it can be undone, and an `input` event follows.
 * @param {HTMLTextAreaElement} area
 * @param {string} text
 * @param {number} [start] what it replaces; without, what is selected
 * @param {number} [end]
 */
export function insert(area, text, start = area.selectionStart, end = area.selectionEnd) {
    if (document.activeElement !== area) area.focus();
    area.setSelectionRange(start, end);
    // The one way that keeps the browser's list of what can be undone.
    const isDone = text ? document.execCommand?.('insertText', false, text) : start === end || document.execCommand?.('delete');
    if (isDone) return;
    area.setRangeText(text, start, end, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
}
