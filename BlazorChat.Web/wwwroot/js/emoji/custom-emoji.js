import { request } from '../base/api.js';
import { live } from '../live/live.js';

const NAMED = /:([a-z0-9_-]{2,32}):(?![A-Za-z0-9_])/;
const OF_WORD = /[A-Za-z0-9_/:]/; // what may not stand before one, as the server has it: `10:box:30`
const EVERY = new RegExp(NAMED, 'g');
const ASIDE = 'code, pre, textarea, .name, a:not([title])';

/** Their addresses by their names; null until somebody asks. @type {Map<string, string> | null} */
let pictures = null;
let loading = null;
/** @type {Set<() => void>} */
const told = new Set();
let listening = null;

/**
 * The emoji that people of this chat have added. Asked for once, and kept up to date by events.
 * @returns {Promise<Map<string, string>>}
 */
export function customEmoji() {
    loading ??= request('GET', '/chat/emoji').then(({ ok, body }) => {
        if (!ok) return loading = null, new Map();
        return take(body.emoji);
    });
    return loading;
}

/** Those that are known already. @returns {Map<string, string>} */
export const knownEmoji = () => pictures ?? new Map();

const take = emoji => pictures = new Map(emoji.map(({ name, url }) => [name, url]));

/**
 * Tells when an emoji was added or removed.
 * @param {() => void} changed
 * @param {AbortSignal} [signal]
 */
export function onEmojiChange(changed, signal) {
    told.add(changed);
    signal?.addEventListener('abort', () => told.delete(changed));
    listening ??= live.subscribe(({ name, data }) => {
        if (name !== 'emoji' && name !== 'reset') return;
        if (name === 'reset') pictures = loading = null; // it may have changed meanwhile
        else loading = Promise.resolve(take(data.emoji));
        for (const tell of told) tell();
    });
}

/** Whether a text could have some. */
export const mayHaveCustom = text => NAMED.test(text);

/**
 * Shows pictures in the place of names, and names where there is no such picture any more. Code and addresses stay as they are.
 * @param {HTMLElement} root
 */
export function drawCustom(root) {
    const known = knownEmoji();
    for (const image of root.querySelectorAll('img.custom-emoji')) if (!known.has(nameOf(image))) image.replaceWith(image.alt);
    root.normalize();
    const isAside = node => {
        const aside = node.parentElement.closest(ASIDE);
        return aside !== root && root.contains(aside); // all of an item of a list may be a link
    };
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, node => isAside(node) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const found = [];
    while (texts.nextNode()) if (NAMED.test(texts.currentNode.data)) found.push(texts.currentNode);
    for (const text of found) text.replaceWith(...piecesOf(text.data, known));
}

/**
 * The same in parts of a list, once it is known which there are.
 * @param {NodeListOf<HTMLElement> | HTMLElement[]} places
 * @returns {Promise<void> | undefined} until they are drawn; undefined: there are none
 */
export function drawCustomIn(places) {
    const some = [...places].filter(place => place.querySelector('.custom-emoji') || namesSome(place));
    if (some.length > 0) return customEmoji().then(() => some.forEach(drawCustom));
}

// Text by text: what stands in the next element does not go on with a name.
function namesSome(place) {
    const texts = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) if (mayHaveCustom(texts.currentNode.data)) return true;
    return false;
}

/** What is written there, pictures by their names. @param {HTMLElement} element */
export function writtenIn(element) {
    const written = element.cloneNode(true);
    for (const image of written.querySelectorAll('img.custom-emoji')) image.replaceWith(image.alt);
    return written.textContent;
}

/** What shows an emoji: itself, or its picture. @param {string} emoji @returns {Node | string} */
export function faceOf(emoji) {
    const name = emoji.slice(1, -1);
    return isCustom(emoji) && knownEmoji().has(name) ? imageOf(name, knownEmoji().get(name)) : emoji;
}

/** Whether it is one of this chat, by its name. @param {string} emoji */
export const isCustom = emoji => emoji.startsWith(':');

const nameOf = image => image.alt.slice(1, -1);

function piecesOf(text, known) {
    const pieces = [];
    let kept = 0;
    for (EVERY.lastIndex = 0; ;) {
        const match = EVERY.exec(text);
        if (!match) break;
        const [all, name] = match;
        // One may follow another at once.
        const isFree = match.index === kept || !OF_WORD.test(text[match.index - 1]);
        if (!known.has(name) || !isFree) EVERY.lastIndex = match.index + all.length - 1; // its last colon may be the first of the next
        else {
            pieces.push(text.slice(kept, match.index), imageOf(name, known.get(name)));
            kept = match.index + all.length;
        }
    }
    return [...pieces, text.slice(kept)];
}

/** @returns {HTMLImageElement} */
export function imageOf(name, url) {
    return Object.assign(document.createElement('img'), { className: 'custom-emoji', src: url, alt: `:${name}:`, title: `:${name}:`, draggable: false });
}
