import { acts, actsOn } from './message-acts.js';
import { toggleReaction } from './reactions.js';

const LONG_PRESS = 450;

/**
 * The bar of actions: one element, in the message that has the pointer, the focus or a finger on it. Also the keys and
 * clicks that act on messages.
 * @param {HTMLElement} timeline
 * @param {import('./viewer.js').Viewer} viewer
 * @param {AbortSignal} signal
 */
export function offerActions(timeline, viewer, signal) {
    const bar = createBar();
    const buttons = new Map(acts.map(act => [act.name, createButton(act)]));
    const on = (name, handle) => timeline.addEventListener(name, handle, { signal });

    const show = article => {
        if (bar.parentElement === article) return;
        bar.replaceChildren(...actsOn(article, viewer).map(act => buttons.get(act.name)));
        if (bar.children.length > 0) article.append(bar);
        else bar.remove();
    };
    const run = (name, article, anchor) => actsOn(article, viewer).find(act => act.name === name)?.run(article, anchor);

    on('pointerover', ({ target, pointerType }) => {
        const article = pointerType === 'mouse' && target.closest('.message');
        if (article) show(article);
    });
    // A finger that lifts leaves, too: its bar stays until the next touch.
    on('pointerleave', ({ pointerType }) => pointerType !== 'mouse' || bar.contains(document.activeElement) || bar.remove());
    on('focusin', ({ target }) => target.matches('.message') && target.matches(':focus-visible') && show(target));

    let press = 0;
    on('pointerdown', ({ target, pointerType }) => {
        if (pointerType === 'mouse' || bar.contains(target)) return;
        bar.remove();
        const article = target.closest('.message');
        if (article) press = setTimeout(() => show(article), LONG_PRESS);
    });
    for (const name of ['pointerup', 'pointercancel', 'pointermove', 'scroll']) on(name, () => clearTimeout(press));

    on('click', event => {
        const article = event.target.closest('.message');
        const reaction = event.target.closest('.reaction');
        const button = event.target.closest('.act');
        if (reaction && viewer.mayPost) toggleReaction(article, reaction.dataset.reaction);
        else if (button) run(button.dataset.act, article, button);
    });

    on('keydown', event => {
        if (!event.target.matches('.message') || event.ctrlKey || event.altKey || event.metaKey) return;
        const act = acts.find(({ key }) => key === event.key);
        if (!act) return;
        event.preventDefault();
        run(act.name, event.target, event.target);
    });
}

function createBar() {
    const bar = document.createElement('div');
    bar.className = 'actions';
    bar.setAttribute('role', 'toolbar');
    bar.setAttribute('aria-label', 'Message actions');
    return bar;
}

function createButton({ name, label, icon }) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'act';
    button.dataset.act = name;
    button.title = label;
    button.setAttribute('aria-label', label);
    button.innerHTML = `<svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" style="fill: none"
        stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"><path d="${icon}"/></svg>`;
    return button;
}
