import { signInLink } from '../base/sign-in.js';
import { onTooLate } from '../circuit/reach.js';
import { live } from '../live/live.js';
import { giveUpDialog } from './dialogs.js';
import { startWaitingNavigation } from './waiting-navigation.js';

const PATIENCE = 1_500;
const KEEP_WRITING = 'You can keep writing; messages go out when the connection is back.';
const TEXTS = {
    'reconnecting': `Reconnecting… ${KEEP_WRITING}`,
    'connecting': `Connecting… ${KEEP_WRITING}`,
    'offline': `You are offline. ${KEEP_WRITING}`,
};

/** The thin bar that says what does not work, and what still does. Short breaks are not worth a word. */
export function startConnectionBar() {
    let timer = 0;
    let content = [];
    let goal = '';

    const draw = () => {
        const bar = document.getElementById('connection');
        if (!bar) return;
        bar.hidden = content.length === 0 && !goal;
        bar.dataset.state = live.state;
        bar.replaceChildren(...content, ...(goal ? [content.length > 0 ? ` ${goal}` : goal] : []));
    };
    const say = (...words) => {
        content = words;
        draw();
    };
    live.onState(state => {
        clearTimeout(timer);
        if (state in TEXTS) timer = setTimeout(() => say(TEXTS[state]), content.length ? 0 : PATIENCE);
        else if (state === 'signed-out') say('You are signed out. ', signInLink());
        else say();
    });
    startWaitingNavigation(next => {
        goal = wordsFor(next);
        draw();
    });
    onTooLate(() => giveUpDialog() && say('Dialogs cannot be reached just now; the conversation goes on. ', link(location.href, 'Load the page again')));
    document.addEventListener('page-updated', draw);
}

function wordsFor(goal) {
    const what = goal?.name || 'The page';
    if (goal?.state === 'opening') return `Opening ${goal.name || 'the page'}…`;
    return goal?.state === 'waiting' ? `${what} opens as soon as the chat can be reached.` : '';
}

function link(href, textContent) {
    const element = Object.assign(document.createElement('a'), { href, textContent });
    element.dataset.enhanceNav = 'false';
    return element;
}
