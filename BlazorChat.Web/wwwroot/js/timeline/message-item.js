import { signInLink } from '../base/sign-in.js';
import { putAside, rescue } from './message-edit.js';
import { excerptOf, showText } from './message-text.js';
import { isLong, UNFOLD } from './long-text.js';
import { pendingText } from './pending-text.js';

/**
 * Makes a message's element from the HTML that the server rendered.
 * @param {string} html
 * @returns {HTMLElement}
 */
export function articleFrom(html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content.querySelector('article');
}

/**
 * Makes the element of a message that is being sent, in the same shape as the server's.
 * @param {import('../outbox/outbox.js').Entry} entry
 * @param {import('./viewer.js').Viewer} viewer
 */
export function pendingArticle(entry, viewer) {
    const article = articleFrom(`
        <article class="message pending" data-type="text" tabindex="-1">
          <span class="avatar" aria-hidden="true"></span>
          <div class="content">
            <div class="byline"><button type="button" class="name" dir="auto" tabindex="-1"></button> <time data-as="time"></time></div>
            ${entry.replyTo ? '<a class="quote"><bdi class="name"></bdi> <bdi class="excerpt"></bdi></a>' : ''}
            <div class="text" dir="auto"></div>${isLong(entry.text) ? UNFOLD : ''}
          </div>
        </article>`);
    Object.assign(article.dataset, {
        room: entry.room, user: viewer.me, username: viewer.username, at: entry.at, clientId: entry.clientId,
    });
    article.setAttribute('aria-label', `${viewer.name}: ${excerptOf(entry.text, 60)}`);
    const face = document.querySelector('own-corner .avatar, chat-timeline .message.mine .avatar');
    if (face) article.querySelector('.avatar').replaceWith(face.cloneNode(true));
    const name = article.querySelector('.byline .name');
    name.textContent = viewer.name;
    name.dataset.nameOf = viewer.me;
    article.querySelector('time').dateTime = new Date(entry.at).toISOString();
    article.querySelector('.text').append(...pendingText(entry.text));
    if (entry.replyTo) quote(article.querySelector('.quote'), entry.replyTo);
    return article;
}

/**
 * The message has been stored, and its event is not here yet.
 * @param {HTMLElement} article
 * @param {any} message as the server answered it
 */
export function markSent(article, message) {
    article.id = `message-${message.id}`;
    Object.assign(article.dataset, { id: message.id, number: message.number, at: message.timestamp });
    article.querySelector('time').dateTime = new Date(message.timestamp).toISOString();
    showText(article.querySelector('.text'), message);
    showState(article, null);
}

/**
 * Shows whether a message of mine is being sent or failed.
 * @param {HTMLElement} article
 * @param {import('../outbox/outbox.js').Entry | null} entry null once it is sent
 */
export function showState(article, entry) {
    article.classList.toggle('pending', entry?.state === 'pending');
    article.classList.toggle('failed', entry?.state === 'failed');
    article.querySelector('.failure')?.remove();
    if (entry?.state !== 'failed') return;
    const failure = document.createElement('div');
    failure.className = 'failure';
    failure.innerHTML = `<span></span>
        <div class="failure-acts"><button type="button" tabindex="-1" data-act="retry">Retry</button> <button type="button" tabindex="-1" data-act="discard">Discard</button></div>`;
    const said = failure.querySelector('span');
    said.textContent = `Not sent. ${entry.reason ?? ''}`.trim();
    if (entry.isSignedOut) said.append(' ', signInLink());
    article.querySelector('.content').append(failure);
}

/**
 * Shows a message's new state without replacing the element, so that focus, an open editor and the pointer stay.
 * @param {HTMLElement} article
 * @param {HTMLElement} fresh
 */
export function refresh(article, fresh) {
    const giveFocusBack = focusWithin(article);
    const [form, confirm, actions] = ['form.edit', '.confirm', '.actions'].map(open => article.querySelector(open));
    const wasEditing = form?.contains(document.activeElement);
    takeAttributes(article, fresh);
    article.classList.remove('pending', 'failed');
    replaceContents(article, fresh);
    if (!('deleted' in article.dataset)) {
        if (form) putAside(article.querySelector('.text'), form);
        if (confirm) article.querySelector('.content').append(confirm);
        if (actions) article.append(actions);
    }
    giveFocusBack();
    if (form && 'deleted' in article.dataset) rescue(article, wasEditing);
}

// An element whose tabindex is removed loses the focus, even if it is set again at once.
function takeAttributes(article, fresh) {
    const kept = name => ['class', 'tabindex'].includes(name);
    for (const { name } of [...article.attributes]) if (!kept(name) && !fresh.hasAttribute(name)) article.removeAttribute(name);
    for (const { name, value } of fresh.attributes) if (!kept(name)) article.setAttribute(name, value);
}

// A file's element stays: a player goes on playing, and a picture need not be loaded again.
function replaceContents(article, fresh) {
    const [kept, same] = [article, fresh].map(one => one.querySelector('.attachment'));
    if (!kept || kept.dataset.file !== same?.dataset.file) return article.replaceChildren(...fresh.childNodes);
    replaceAround(article, fresh, article.querySelector('.content'), fresh.querySelector('.content'));
    replaceAround(article.querySelector('.content'), fresh.querySelector('.content'), kept, same);
}

function replaceAround(element, fresh, kept, same) {
    const children = [...fresh.childNodes];
    const at = children.indexOf(same);
    for (const child of [...element.childNodes]) if (child !== kept) child.remove();
    kept.before(...children.slice(0, at));
    kept.after(...children.slice(at + 1));
}

function focusWithin(article) {
    const focused = document.activeElement;
    if (!article.contains(focused) || focused === article) return () => {};
    const { reaction } = focused.dataset;
    return () => {
        const again = focused.isConnected ? focused : article.querySelector(`.reaction[data-reaction="${CSS.escape(reaction ?? '')}"]`);
        (again ?? article).focus({ preventScroll: true });
    };
}

function quote(link, { id, name, excerpt }) {
    link.href = `#message-${id}`;
    link.dataset.replyTo = id;
    link.querySelector('.name').textContent = name;
    link.querySelector('.excerpt').textContent = excerpt;
}
