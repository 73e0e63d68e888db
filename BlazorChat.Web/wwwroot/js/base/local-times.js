import { dateAndTime, fullTime, timeOfDay } from './format-time.js';

const WORDS = { time: timeOfDay, date: dateAndTime, full: fullTime };

/**
 * Shows moments by the reader's own clock and in their own language, of which the server knows nothing. A `time` element
 * says by `data-as` how (time, date, full); without, its words stay. The whole of it is in the title, after `data-before`.
 */
export function startTimes() {
    showTimes(document);
    new MutationObserver(changes => {
        for (const { target, type, addedNodes } of changes)
            if (type === 'attributes') show(target);
            else addedNodes.forEach(node => node.nodeType === Node.ELEMENT_NODE && showTimes(node));
    }).observe(document.body, { subtree: true, childList: true, attributeFilter: ['datetime'] });
    // The server has written times of its own into the same elements.
    document.addEventListener('page-updated', () => showTimes(document));
}

/** @param {ParentNode} root */
export function showTimes(root) {
    if (root.matches?.('time[datetime]')) show(root);
    root.querySelectorAll('time[datetime]').forEach(show);
}

function show(time) {
    const at = Date.parse(time.dateTime);
    if (Number.isNaN(at)) return;
    const words = WORDS[time.dataset.as]?.(at);
    // Blazor goes on to write into the text that it made: that must not be exchanged.
    if (words && time.firstChild?.nodeType === Node.TEXT_NODE) time.firstChild.data = words;
    else if (words) time.textContent = words;
    time.title = (time.dataset.before ?? '') + fullTime(at);
}
