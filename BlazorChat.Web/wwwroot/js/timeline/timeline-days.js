import { tell } from '../base/announcer.js';
import { request, sentence } from '../base/api.js';
import { dayName } from '../base/format-time.js';
import { shortcutOf } from '../base/keyboard.js';
import { say } from '../base/toast.js';
import { askForDay } from './day-dialog.js';
import { rememberJump } from './jumps.js';

const BELOW_ITS_DAY = 44; // pixels
const isTyping = target => target.closest('input, textarea, select, [contenteditable="true"], .emoji-picker');

/**
 * Leads to the first message of a day that somebody chooses: by a click on the day above a message, or by a key.
 * @param {object} parts
 * @param {HTMLElement & { goTo: (id: string) => Promise<void> }} parts.timeline
 * @param {import('./message-list.js').MessageList} parts.list
 * @param {import('./timeline-scroll.js').ReadingPosition} parts.position
 * @param {import('./timeline-place.js').Place} parts.place
 * @param {AbortSignal} signal
 */
export function jumpByDays(parts, signal) {
    const { timeline, list, position } = parts;
    const ask = async at => {
        const day = await askForDay(new Date(at || Date.now()));
        if (day) await goToDay(parts, day.getTime());
    };
    timeline.addEventListener('click', ({ target }) => target.closest('.day-button') && ask(Number(target.closest('.day-button').dataset.at)), { signal });
    timeline.addEventListener('keydown', event => {
        if (shortcutOf(event) !== 'j' || event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
        event.preventDefault();
        const [first] = position.inView(list.stored);
        ask(Number(first?.dataset.at));
    }, { signal });
}

async function goToDay({ timeline, list, position, place }, at) {
    const answer = await request('GET', `${place.pages}?limit=1&at=${at}`);
    if (!answer.ok) return say(sentence(answer));
    const [first] = answer.body.messages;
    if (!first) return say('Nothing was said here yet.');
    if (!place.thread) rememberJump(timeline.dataset, first.id);
    await timeline.goTo(first.id);
    const article = list.find(first.id);
    if (article) position.begin(article, BELOW_ITS_DAY);
    if (first.timestamp < at) say(`Nothing was said since ${dayName(at)}. This is the last message.`);
    else tell(dayName(first.timestamp));
}
