import { wordsIn } from '../base/words.js';
import { drawCustomIn } from '../emoji/custom-emoji.js';
import { onRoomsChange } from '../links/known-rooms.js';
import { askContent, forget, goalOf, isToAsk, knownContent } from '../links/own-links.js';
import { live } from '../live/live.js';
import { excerptOf } from './message-text.js';

const MOST = 3;
const LONGEST = 300;

/** Asked for when their message comes near to being seen. */
const near = globalThis.IntersectionObserver && new IntersectionObserver(seen => {
    for (const { isIntersecting, target } of seen) if (isIntersecting) {
        near.unobserve(target);
        ask(target);
    }
}, { rootMargin: '400px' });

/** Who looks at each. @type {WeakMap<HTMLElement, import('./viewer.js').Viewer>} */
const viewers = new WeakMap();

/**
 * Shows below a message what its links to our own messages and rooms lead to, as the reader may see it.
 * @param {HTMLElement} article
 * @param {import('./viewer.js').Viewer} viewer
 */
export function drawOwnCards(article, viewer) {
    const goals = goalsOf(article);
    if (goals.length === 0) return article.querySelector('.own-cards')?.remove();
    viewers.set(article, viewer);
    draw(article, goals);
    if (!goals.some(isToAsk)) return;
    if (near) near.observe(article);
    else ask(article);
}

/** What is shown follows what happens to it. */
export function startOwnCards() {
    const changed = which => {
        forget(which);
        for (const article of document.querySelectorAll('chat-timeline .message:has(.text a[href])')) {
            const viewer = viewers.get(article);
            if (viewer && goalsOf(article).some(which)) ask(article);
        }
    };
    const message = ({ id }) => changed(goal => goal.message === id);
    const room = ({ room_id }) => changed(goal => goal.room === room_id);
    live.on({ message_edited: message, message_deleted: message, room, reset: () => changed(() => true) });
    onRoomsChange(() => changed(goal => knownContent(goal) === null)); // it may be in a room that I am in by now
}

function goalsOf(article) {
    const goals = [...article.querySelectorAll('.text a[href]:not(.room-mention)')].map(goalOf).filter(Boolean);
    return [...new Map(goals.map(goal => [goal.key, goal])).values()].slice(0, MOST);
}

async function ask(article) {
    const goals = goalsOf(article);
    await Promise.all(goals.filter(isToAsk).map(askContent));
    if (!article.isConnected) return;
    const grow = () => draw(article, goalsOf(article));
    // The timeline keeps in its place what is being read.
    if (article.dispatchEvent(new CustomEvent('chat-grows', { bubbles: true, cancelable: true, detail: grow }))) grow();
}

function draw(article, goals) {
    const { blocked } = viewers.get(article);
    const shown = goals.map(goal => [goal, knownContent(goal)]).filter(([, content]) => content && !blocked.has(content.message?.user_id));
    article.querySelector('.own-cards')?.remove();
    if (shown.length === 0) return;
    const cards = Object.assign(document.createElement('div'), { className: 'link-cards own-cards' });
    cards.append(...shown.map(([goal, content]) => cardOf(goal, content)));
    [...article.querySelectorAll('.content > :is(.text, .unfold, .attachment, .link-cards)')].at(-1)?.after(cards);
    drawCustomIn(cards.querySelectorAll('.link-description'));
}

function cardOf({ key, room: id, thread }, { room, message }) {
    const card = Object.assign(document.createElement('div'), { className: 'own-card' });
    card.dataset.goal = key;
    card.innerHTML = '<div class="link-about"><span class="link-site"><bdi></bdi></span><a class="link-title" dir="auto" tabindex="-1"></a><span class="link-description" dir="auto"></span></div>';
    const [site, title, description] = ['.link-site', '.link-title', '.link-description'].map(part => card.querySelector(part));
    const name = room.kind === 'direct' ? room.name : `#${room.name}`;
    title.href = `room/${id}${message ? thread ? `?thread=${message.id}` : `#message-${message.id}` : ''}`;
    title.textContent = message ? message.display_name ?? message.username : name;
    site.firstChild.textContent = message ? name : { public: 'Room', private: 'Private room', direct: 'Conversation' }[room.kind];
    if (message) site.append(' · ', Object.assign(document.createElement('time'), { dateTime: new Date(message.timestamp).toISOString() }));
    site.querySelector('time')?.setAttribute('data-as', 'date');
    description.textContent = excerptOf(message ? wordsIn(message.html ?? '') || (message.file_name ?? '') : room.topic, LONGEST);
    if (!description.textContent) description.remove();
    return card;
}
