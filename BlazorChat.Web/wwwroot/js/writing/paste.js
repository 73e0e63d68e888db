import { isInCode } from './code-places.js';
import { linked } from './format.js';
import { insert } from './insert.js';
import { markdownOf } from './rich-text.js';

const LONGEST = 40_000; // no message is longer, and browsers take minutes to write some hundred thousand letters so that they can be undone

/**
 * What is pasted becomes what the chat can say. Ctrl+Shift+V, and code, take the plain text.
 * @param {HTMLTextAreaElement} area
 * @param {ClipboardEvent} event
 */
export function paste(area, event) {
    if (event.defaultPrevented || isInCode(area.value, area.selectionStart)) return;
    const plain = event.clipboardData.getData('text/plain');
    const html = event.clipboardData.getData('text/html');
    const selected = area.value.slice(area.selectionStart, area.selectionEnd);
    const text = linked(selected, plain) ?? (html ? markdownOf(html) : null);
    if (text === null || text === plain || text.length > LONGEST) return;
    event.preventDefault();
    insert(area, text);
}
