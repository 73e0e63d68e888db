import { customEmoji, faceOf, onEmojiChange } from '../emoji/custom-emoji.js';
import { isThere, usualReactions } from '../emoji/emoji-recent.js';
import { drawing } from '../base/drawing.js';
import { shortcutOf } from '../base/keyboard.js';
import { removeCard } from './link-cards.js';
import { acts, actsOn } from './message-acts.js';
import { openMenu } from './message-menu.js';
import { toggleReaction } from './reactions.js';
import { onFinger } from './touch.js';

const IN_BAR = 3;
const IN_SHEET = 6;
const MORE = 'M4 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0M18 12a1 1 0 1 0 2 0 1 1 0 1 0-2 0';

/**
 * Lets the viewer act on messages: by the bar in the message that has the pointer or the focus, by the menu that the bar or
 * a finger opens, by keys, and by clicks on reactions.
 * @param {HTMLElement} timeline
 * @param {import('./viewer.js').Viewer} viewer
 * @param {AbortSignal} signal
 */
export function offerActions(timeline, viewer, signal) {
    const bar = createBar();
    const on = (name, handle) => timeline.addEventListener(name, handle, { signal });
    let isMenuOpen = false;

    const show = article => {
        if (bar.parentElement === article || isMenuOpen) return;
        const offered = actsOn(article, viewer);
        bar.replaceChildren(...buttonsFor(offered));
        if (offered.length > 0) article.append(bar);
        else bar.remove();
    };
    const run = (name, article) => {
        const anchor = bar.parentElement === article ? bar : article;
        actsOn(article, viewer).find(act => act.name === name)?.run(article, anchor);
    };
    const open = (article, anchor) => {
        const offered = actsOn(article, viewer);
        if (isMenuOpen || offered.length === 0) return;
        isMenuOpen = true;
        openMenu({
            article, anchor, acts: offered,
            reactions: mayReact(offered) ? usualReactions(IN_SHEET) : [],
            onChoose: ({ act, reaction }) => act ? run(act, article) : toggleReaction(article, reaction),
            onClose: () => {
                isMenuOpen = false;
                if (document.activeElement === document.body) article.focus({ preventScroll: true });
            },
        });
    };

    on('pointerover', ({ target, pointerType }) => {
        const article = pointerType === 'mouse' && target.closest('.message');
        if (article) show(article);
    });
    on('pointerleave', () => isMenuOpen || bar.contains(document.activeElement) || bar.remove());
    on('focusin', ({ target }) => target.matches('.message') && target.matches(':focus-visible') && show(target));
    onEmojiChange(() => customEmoji().then(() => withoutGone(bar)), signal);
    onFinger(timeline, article => open(article, article), signal);

    on('click', ({ target }) => {
        const article = target.closest('.message');
        const reaction = target.closest('.reaction, .act[data-reaction]');
        const button = target.closest('.act');
        if (target.closest('.link-remove')) removeCard(article, target.closest('.link-card'));
        else if (reaction && viewer.mayPost) toggleReaction(article, reaction.dataset.reaction);
        else if (button?.dataset.act === 'more') open(article, button);
        else if (button) run(button.dataset.act, article);
    });

    on('keydown', event => {
        if (!event.target.matches('.message') || event.ctrlKey || event.altKey || event.metaKey) return;
        const act = acts.find(({ key }) => key === shortcutOf(event));
        if (act) run(act.name, event.target);
        else if (event.key === 'Enter' || event.key === 'ContextMenu') open(event.target, bar.parentElement === event.target ? bar : event.target);
        else return;
        event.preventDefault();
    });
}

// An emoji of this chat may be removed while its button is there.
function withoutGone(bar) {
    for (const button of bar.querySelectorAll('[data-reaction]')) {
        if (isThere(button.dataset.reaction)) continue;
        if (button === document.activeElement) bar.parentElement.focus({ preventScroll: true });
        button.remove();
    }
}

const mayReact = offered => offered.some(({ name }) => name === 'react');

function buttonsFor(offered) {
    const [reply, thread] = ['reply', 'thread'].map(wanted => offered.find(({ name }) => name === wanted));
    return [
        ...(mayReact(offered) ? usualReactions(IN_BAR).map(reactionButton) : []),
        ...(reply ? [button('reply', 'Reply', reply.icon)] : []),
        ...(thread ? [button('thread', 'Reply in thread', thread.icon)] : []),
        button('more', 'More…', MORE),
    ];
}

function createBar() {
    const bar = document.createElement('div');
    bar.className = 'actions';
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', 'Message actions');
    return bar;
}

function button(act, label, icon) {
    const element = Object.assign(document.createElement('button'), { type: 'button', className: 'act', title: label, tabIndex: -1 });
    element.dataset.act = act;
    element.setAttribute('aria-label', label);
    if (act === 'more') element.setAttribute('aria-haspopup', 'menu');
    element.innerHTML = drawing(icon, act === 'more' ? 20 : 18);
    return element;
}

function reactionButton(reaction) {
    const element = Object.assign(document.createElement('button'), { type: 'button', className: 'act emoji', tabIndex: -1 });
    element.append(faceOf(reaction));
    element.dataset.reaction = reaction;
    element.title = `React with ${reaction}`;
    element.setAttribute('aria-label', `React with ${reaction}`);
    return element;
}
