const PAUSE = 1_000;
const AT_ONCE = 3;

let waiting = [];
let timer = 0;

/**
 * Tells those who listen rather than look. What comes in a burst is told together, and not all of it.
 * @param {string | (() => string)} text a function is asked only if its text is told
 */
export function tell(text) {
    waiting.push(text);
    timer ||= setTimeout(() => {
        const more = waiting.length - AT_ONCE;
        const said = waiting.slice(0, AT_ONCE).map(text => typeof text === 'function' ? text() : text).join('\n') + (more > 0 ? `\nand ${more} more` : '');
        const announcer = document.getElementById('announcer');
        if (announcer) announcer.textContent = said;
        [waiting, timer] = [[], 0];
    }, PAUSE);
}
