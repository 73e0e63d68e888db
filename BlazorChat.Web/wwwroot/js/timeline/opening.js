import { cameBack } from '../base/came-back.js';
import { openLong } from './long-text.js';
import { keptPlace } from './places.js';
import { idIn } from './timeline-jump.js';

/**
 * Lets a room begin where its address leads, where somebody was before, at the first unread message, or at the end.
 * @param {object} parts
 * @param {HTMLElement & { goTo: (id: string) => Promise<void> }} parts.timeline
 * @param {import('./message-list.js').MessageList} parts.list
 * @param {import('./timeline-paging.js').Paging} parts.paging
 * @param {import('./timeline-scroll.js').ReadingPosition} parts.position
 */
export async function open({ timeline, list, paging, position }) {
    const { thread, target } = timeline.dataset;
    const asked = thread ? target : idIn(location.hash);
    const place = keptPlace(timeline.dataset);
    if (asked && !(place && cameBack())) return timeline.goTo(asked);
    const led = asked && list.find(asked);
    if (led) openLong(led); // as it was when they left
    if (place && await returnTo({ list, paging, position }, place)) return;
    const first = list.numbered(list.lineBefore ?? 0);
    if (first) position.begin(first);
}

/**
 * To where somebody was.
 * @param {Pick<Parameters<typeof open>[0], 'list' | 'paging' | 'position'>} parts
 * @param {import('./places.js').KeptPlace} place
 * @returns {Promise<boolean>} whether it is still there
 */
export async function returnTo({ list, paging, position }, place) {
    const article = list.find(place.id) ?? (await paging.around(place.id) ? list.find(place.id) : null);
    if (article) position.begin(article, place.top);
    return !!article;
}
