import { request, sentence } from '../base/api.js';
import { copy } from '../base/clipboard.js';
import { say } from '../base/toast.js';
import { pickEmoji } from '../emoji/emoji-picker.js';
import { removeCards } from './link-cards.js';
import { confirm } from './message-confirm.js';
import { edit } from './message-edit.js';
import { report } from './message-report.js';
import { excerptOf, textOf, wordsOf } from './message-text.js';
import { toggleReaction } from './reactions.js';

/**
 * What can be done with a message.
 * @typedef {object} Act
 * @property {string} name
 * @property {string} group acts of one group stand together
 * @property {string | ((article: HTMLElement) => string)} label
 * @property {string | null} key on the keyboard, while the message has the focus
 * @property {string} icon the path of a 24 by 24 drawing
 * @property {(article: HTMLElement, viewer: import('./viewer.js').Viewer) => boolean} allowed
 * @property {(article: HTMLElement, anchor: HTMLElement) => void} run
 */

const blockOf = ({ dataset }) => `/chat/blocks/${encodeURIComponent(dataset.user)}`;
const nameOf = article => article.querySelector('.byline .name')?.textContent ?? article.dataset.username;
const pinOf = ({ dataset }) => `/chat/messages/${dataset.id}/pin`;
const isSaved = ({ dataset }) => dataset.saved !== undefined;
const isPinned = ({ dataset }) => dataset.pinned !== undefined;
const threadOf = article => article.closest('chat-timeline')?.dataset.thread ?? null;
const isMine = (article, viewer) => article.dataset.user === viewer.me;

async function copied(text) {
    say(await copy(text) ? 'Copied' : 'Your browser did not allow to copy.');
}

/** In the menu's order. Acts that do harm when hit by mistake stand apart. @type {Act[]} */
export const acts = [
    {
        name: 'react', group: 'answer', label: 'Add a reaction…', key: '+',
        icon: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM8.5 10h.01M15.5 10h.01M8 14.5a5 5 0 0 0 8 0',
        allowed: (_, viewer) => viewer.mayPost,
        async run(article, anchor) {
            const emoji = await pickEmoji(anchor);
            if (document.activeElement === document.body) article.focus({ preventScroll: true });
            if (emoji) await toggleReaction(article, emoji);
        },
    },
    {
        name: 'reply', group: 'answer', label: 'Reply', key: 'r', icon: 'M9 7 4 12l5 5M4 12h10a6 6 0 0 1 6 6v1',
        allowed: (_, viewer) => viewer.mayPost,
        run(article) {
            const { id, room } = article.dataset;
            const detail = { room, thread: threadOf(article), replyTo: { id, name: nameOf(article), excerpt: excerptOf(wordsOf(article)) } };
            document.dispatchEvent(new CustomEvent('chat-reply', { detail }));
        },
    },
    {
        name: 'thread', group: 'answer', label: 'Reply in thread', key: 't', icon: 'M4 5h13v9H9l-5 4zM20 9v11l-4-3h-5',
        allowed: (_, viewer) => viewer.mayPost && viewer.thread === null,
        run: ({ dataset }) => Blazor.navigateTo(`room/${encodeURIComponent(dataset.room)}?thread=${dataset.threadId ?? dataset.id}`),
    },
    {
        name: 'edit', group: 'answer', label: 'Edit', key: 'e', icon: 'M4 20h4L19 9l-4-4L4 16zM13 7l4 4',
        allowed: (article, viewer) => viewer.mayPost && isMine(article, viewer),
        run: article => edit(article),
    },
    {
        name: 'report', group: 'trouble', label: 'Report…', key: '!', icon: 'M6 21V4M6 5h11l-2 4 2 4H6',
        allowed: (article, viewer) => !isMine(article, viewer),
        run: article => report(article),
    },
    {
        name: 'block', group: 'trouble', label: article => `Block ${nameOf(article)}…`, key: null,
        icon: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM5.6 5.6l12.8 12.8',
        allowed: (article, viewer) => !isMine(article, viewer) && !viewer.blocked.has(article.dataset.user),
        run: article => confirm(article, {
            question: `Block ${nameOf(article)}? You will not write to each other directly, and their messages are folded for you.`,
            verb: 'Block', method: 'PUT', url: blockOf(article),
        }),
    },
    {
        name: 'unblock', group: 'trouble', label: article => `Unblock ${nameOf(article)}`, key: null,
        icon: 'M12 21a9 9 0 1 1 0-18 9 9 0 0 1 0 18zM8 12l3 3 5-6',
        allowed: (article, viewer) => viewer.blocked.has(article.dataset.user),
        async run(article) {
            const answer = await request('DELETE', blockOf(article));
            if (!answer.ok) say(sentence(answer));
        },
    },
    {
        name: 'unread', group: 'keep', label: 'Mark unread from here', key: 'u', icon: 'M4 12a8 8 0 1 0 8-8M17.5 6.5m-2.5 0a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0',
        allowed: (article, viewer) => viewer.isMember && !article.closest('.thread-root'),
        run: article => article.dispatchEvent(new CustomEvent('chat-unread', { bubbles: true })),
    },
    {
        name: 'pin', group: 'keep', label: article => isPinned(article) ? 'Unpin' : 'Pin for everyone here', key: 'p',
        icon: 'M9 4h6l-1 6 3 3v2H7v-2l3-3zM12 15v6',
        allowed: (_, viewer) => viewer.mayPost,
        async run(article) {
            const answer = await request(isPinned(article) ? 'DELETE' : 'PUT', pinOf(article));
            if (!answer.ok) say(sentence(answer));
        },
    },
    {
        name: 'save', group: 'keep', label: article => isSaved(article) ? 'Remove from saved' : 'Save for later', key: 's', icon: 'M7 4h10v16l-5-4-5 4z',
        allowed: () => true,
        async run(article) {
            const saved = isSaved(article);
            const answer = await request(saved ? 'DELETE' : 'PUT', `/chat/messages/${article.dataset.id}/save`);
            say(!answer.ok ? sentence(answer) : saved ? 'No longer saved' : 'Saved for later');
        },
    },
    {
        name: 'copy', group: 'keep', label: 'Copy text', key: 'c', icon: 'M9 9h11v11H9zM5 15H4V4h11v1',
        allowed: article => textOf(article) !== '',
        run: article => copied(textOf(article)),
    },
    {
        name: 'link', group: 'keep', label: 'Copy link', key: 'l', icon: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
        allowed: () => true,
        run: article => copied(`${location.origin}${location.pathname}${threadOf(article) ? '?thread=' : '#message-'}${article.dataset.id}`),
    },
    {
        name: 'previews', group: 'end', label: 'Remove link preview', key: null, icon: 'M4 6h16v12H4zM9 9.5l6 5M15 9.5l-6 5',
        allowed: (article, viewer) => article.querySelector('.link-card') !== null && (isMine(article, viewer) || viewer.mayModerate),
        run: article => removeCards(article),
    },
    {
        name: 'delete', group: 'end', label: 'Delete…', key: 'Delete', icon: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
        allowed: (article, viewer) => isMine(article, viewer) || viewer.mayModerate,
        run: article => confirm(article, {
            question: 'Delete this message?', verb: 'Delete', method: 'DELETE', url: `/chat/messages/${article.dataset.id}`,
        }),
    },
];

/**
 * @param {HTMLElement} article
 * @param {import('./viewer.js').Viewer} viewer
 * @returns {Act[]} none for messages that are deleted, not sent yet, or by the system; for folded ones only unfolding
 */
export function actsOn(article, viewer) {
    const { id, type, deleted } = article.dataset;
    if (!id || type === 'system' || deleted !== undefined) return [];
    const folded = article.classList.contains('folded');
    return acts.filter(act => (!folded || act.name === 'unblock') && act.allowed(article, viewer));
}

/**
 * @param {string} name
 * @param {HTMLElement[]} articles
 * @param {import('./viewer.js').Viewer} viewer
 */
export function runOnLast(name, articles, viewer) {
    const can = article => article.dataset.user === viewer.me && actsOn(article, viewer).some(act => act.name === name);
    const last = articles.findLast(can);
    if (last) acts.find(act => act.name === name).run(last, last);
}
