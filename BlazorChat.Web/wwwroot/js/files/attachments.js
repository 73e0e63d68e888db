import { live } from '../live/live.js';
import { ReadingPosition } from '../timeline/timeline-scroll.js';

const THUMBNAIL = '.attachment .picture img';

/** What stood where a card now stands. @type {Map<Element, Node[]>} */
const replaced = new Map();

/** A small picture that cannot be had gives its place to the file's card, until the server can be reached again. */
export function startAttachments() {
    // Errors of images do not bubble.
    document.addEventListener('error', ({ target }) => target.matches?.(THUMBNAIL) && toCard(target), { capture: true });
    for (const image of document.querySelectorAll(THUMBNAIL)) if (image.complete && image.naturalWidth === 0) toCard(image);
    live.onState(state => state === 'open' && tryAgain());
}

function toCard(image) {
    const attachment = image.closest('.attachment');
    const card = attachment.querySelector('template')?.content.cloneNode(true);
    if (!card) return;
    keepPlace(image, () => {
        replaced.set(attachment, [...attachment.childNodes]);
        attachment.replaceChildren(card);
    });
}

function tryAgain() {
    for (const [attachment, nodes] of replaced) {
        if (!attachment.isConnected) continue;
        keepPlace(attachment, () => attachment.replaceChildren(...nodes));
        const image = attachment.querySelector('img');
        image.src = image.getAttribute('src');
    }
    replaced.clear();
}

function keepPlace(element, change) {
    const timeline = element.closest('chat-timeline');
    if (timeline) new ReadingPosition(timeline).keep(change);
    else change();
}
