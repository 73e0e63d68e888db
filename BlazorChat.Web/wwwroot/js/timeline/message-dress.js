import { drawCustomIn, knownEmoji } from '../emoji/custom-emoji.js';
import { linkRooms } from '../links/room-links.js';
import { isFewEmoji } from './few-emoji.js';
import { controlsOf } from './message-controls.js';
import { dressCode } from './code-blocks.js';
import { foldLong } from './long-text.js';
import { fold } from './message-fold.js';
import { markSaved } from './message-saved.js';
import { wordsOf } from './message-text.js';
import { drawOwnCards } from './own-cards.js';

/**
 * Adds to a message what differs between viewers; the server renders it once for everyone.
 * @param {HTMLElement} article
 * @param {import('./viewer.js').Viewer} viewer
 */
export function dress(article, viewer) {
    const mine = article.dataset.user === viewer.me;
    article.classList.toggle('mine', mine);
    article.classList.toggle('mentions-me', !mine && (article.dataset.mentions?.split(' ').includes(viewer.me) ?? false));
    fold(article, viewer);
    foldLong(article);
    dressText(article);
    markSaved(article, viewer);
    drawOwnCards(article, viewer);
    for (const reaction of article.querySelectorAll('.reaction')) {
        const given = reaction.dataset.users.split(' ').includes(viewer.me);
        reaction.classList.toggle('mine', given);
        reaction.setAttribute('aria-pressed', String(given));
    }
    for (const control of controlsOf(article)) control.tabIndex = -1; // the timeline is one stop of the Tab key
}

/** Colours its code, draws the emoji of this chat in it, and links the rooms that it names. @param {HTMLElement} article or a preview of one */
export function dressText(article) {
    dressCode(article);
    drawEmoji(article);
    linkRoomsOf(article);
}

/**
 * Draws the emoji of this chat, and shows few emoji alone large.
 * @param {HTMLElement} article
 */
export function drawEmoji(article) {
    drawCustomIn(article.querySelectorAll('.text, .reaction .emoji, .quote .excerpt'))?.then(() => measure(article));
    measure(article);
}

/** Links the rooms that a message names. @param {HTMLElement} article */
export const linkRoomsOf = article => article.querySelectorAll('.text').forEach(linkRooms);

// A picture counts as an emoji.
function measure(article) {
    const known = knownEmoji();
    article.classList.toggle('few-emoji', isFewEmoji(wordsOf(article).replace(/:([a-z0-9_-]{2,32}):/g, (written, name) => known.has(name) ? '🙂' : written)));
}
