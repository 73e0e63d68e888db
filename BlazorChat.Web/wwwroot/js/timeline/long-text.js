const MOST = 24;
const LINE = 90;

/**
 * Whether a text is so long that only its beginning is shown at first: the server's rule (LongText), for what is on its way.
 * @param {string} text
 */
export const isLong = text => text.split('\n').reduce((lines, { length }) => lines + 1 + Math.floor(Math.max(0, length - 1) / LINE), 0) > MOST;

/** The button that shows all of a long text. */
export const UNFOLD = '<button type="button" class="unfold" aria-expanded="false" tabindex="-1">Show more</button>';

/**
 * Lets a long text be opened and folded, and keeps it open when the message is drawn again.
 * @param {HTMLElement} article
 */
export function foldLong(article) {
    const button = article.querySelector('.unfold');
    if (!button) return;
    tellState(article, button);
    button.onclick = () => toggle(article, button);
}

/** Shows all of a text, for those who were led to it. */
export function openLong(article) {
    const button = article.querySelector('.unfold');
    if (!button) return;
    article.classList.add('opened');
    tellState(article, button);
}

function tellState(article, button) {
    const opened = article.classList.contains('opened');
    button.textContent = opened ? 'Show less' : 'Show more';
    button.setAttribute('aria-expanded', String(opened));
}

// The timeline's boxes run upwards: what is above would move. The beginning of the message stays where it is, and in view.
function toggle(article, button) {
    const timeline = article.closest('chat-timeline');
    const before = article.getBoundingClientRect().top;
    article.classList.toggle('opened');
    tellState(article, button);
    const edge = timeline.getBoundingClientRect().top;
    const goal = article.classList.contains('opened') ? before : Math.max(before, edge);
    timeline.scrollTop += article.getBoundingClientRect().top - goal;
}
