import { elementFrom } from './dom.js';

const NOON = new Date(2026, 10, 23, 12).getTime();

/** A message as an event carries it, and as the server draws it: a minute after the one before. */
export function message(number, what = {}) {
    const told = {
        id: `m${number}`, number, room_id: 'general', user_id: 'grace', username: what.user_id ?? 'grace', display_name: null,
        text: `Message ${number}`, timestamp: NOON + number * 60_000, type: 'text', mentions: [], deleted: false, client_id: null,
        file_name: null, reactions: {}, reply_to: null, ...what,
    };
    return { ...told, html: told.text, item_html: htmlOf(told) };
}

/** @returns {HTMLElement} */
export const article = (number, what) => elementFrom(message(number, what).item_html);

/** @returns {HTMLElement[]} with these numbers, from the first to the last */
export const articles = (first, last, what) =>
    Array.from({ length: last - first + 1 }, (_, i) => article(first + i, what));

/** A page of messages as the server draws it. */
export const pageHtml = (shown, { hasMore = false, hasNewer = false, cursor = '' } = {}) =>
    `<div class="page" data-cursor="${cursor}" data-has-more="${hasMore}" data-has-newer="${hasNewer}">${shown.map(one => one.outerHTML).join('')}</div>`;

function htmlOf(told) {
    const { id, number, room_id, user_id, username, timestamp, type, mentions, client_id, deleted, edited } = told;
    return `<article class="message" id="message-${id}" data-id="${id}" data-number="${number}" data-room="${room_id}"
        data-user="${user_id}" data-username="${username}" data-at="${timestamp}" data-type="${type}" tabindex="-1"
        ${edited ? 'data-edited' : ''} ${deleted ? 'data-deleted' : ''} ${client_id ? `data-client-id="${client_id}"` : ''}
        ${mentions.length ? `data-mentions="${mentions.join(' ')}"` : ''} aria-label="${username}: ${told.text}">
      <span class="avatar" data-face-of="${user_id}">A</span>
      <div class="content">
        <div class="byline"><button class="name" data-name-of="${user_id}">${username}</button> <time></time></div>
        ${deleted ? '<div class="text gone">This message was deleted</div>' : contentOf(told)}
      </div>
    </article>`;
}

const contentOf = ({ reply_to, text, file, reactions }) => `
    ${reply_to ? `<a class="quote" href="#message-${reply_to}" data-reply-to="${reply_to}"><bdi class="name">grace</bdi> <bdi class="excerpt">as it was</bdi></a>` : ''}
    <div class="text">${text}</div>
    ${file ? `<div class="attachment" data-file="${file}" data-name="${file}"></div>` : ''}
    ${Object.entries(reactions).map(([emoji, users]) =>
        `<button class="reaction" data-reaction="${emoji}" data-users="${users.join(' ')}">${emoji} ${users.length}</button>`).join('')}`;
