import { request } from '../base/api.js';
import { say } from '../base/toast.js';

// The most people whom one disturbs without a question.
const UNASKED = 20;
const WORDS = /@(room|here)(?![a-z0-9])/giu; // a letter of another script does not belong to a name
const PATIENCE = 300;
const NOT_YET = [401, 429]; // it is sent later

/**
 * The words that address many people at once, for those who may.
 * @param {string} word what is written of it
 * @returns {{ word: string, says: string }[]} none where one of them is written already: Enter sends
 */
export const everybodyFor = word => [{ word: 'room', says: 'everyone in this room' }, { word: 'here', says: 'everyone who is online' }]
    .filter(one => one.word.startsWith(word.toLowerCase()) && one.word !== word.toLowerCase());

/**
 * @param {string} text
 * @param {string[]} [before] the words that addressed many before an edit, which disturbs nobody again
 * @returns {boolean} whether it may be about to disturb many people: ask first
 */
export const mayDisturb = (text, before = []) => Array.from(text.matchAll(WORDS), ([, word]) => word.toLowerCase()).some(word => !before.includes(word));

/**
 * @param {Element} shown the text of a message, as the server made it
 * @returns {string[]} the words in it that address many; one in code, or of somebody who may not, is none
 */
export const manyIn = shown => Array.from(shown.querySelectorAll('.mention:not([data-user])'), ({ textContent }) => textContent.slice(1).toLowerCase());

/**
 * Asks, before the message goes out, whether so many people are to be disturbed. Only the server knows whom a text addresses.
 * @param {HTMLTextAreaElement} area
 * @param {string} room
 * @param {string} text
 * @param {typeof request} [ask]
 * @returns {Promise<boolean>} whether to go on
 */
export async function isMeant(area, room, text, ask = request) {
    const written = area.value;
    let waiting = null;
    const slow = setTimeout(() => waiting = note(area, 'Counting how many people this will notify…'), PATIENCE);
    const { ok, status, body } = await ask('POST', '/chat/messages/render', { room_id: room, message: text });
    clearTimeout(slow);
    waiting?.remove();
    if (!area.isConnected || area.value !== written) return false; // it is being written on
    const inVain = ok && body.addressed === 0 && wordIn(body.html);
    if (inVain) say(`${inVain} notifies nobody here: you may not address everyone.`);
    if (status >= 400 && status < 500 && !NOT_YET.includes(status) || ok && body.addressed <= UNASKED) return true; // what is refused is told by the answer to it
    return await question(area, ok ? `This will notify ${body.addressed.toLocaleString()} people.` : 'This may notify everyone in this room.') &&
        area.value === written; // another device, or a file that is taken back, may have changed it
}

/** @param {string} html of a message, as the server made it @returns {string | undefined} a word for everybody that addresses nobody, and is not meant as code */
function wordIn(html) {
    const shown = document.createElement('template');
    shown.innerHTML = html;
    for (const other of shown.content.querySelectorAll('code, .mention')) other.remove();
    return shown.content.textContent.match(WORDS)?.[0];
}

/** A line above the field. */
function note(area, words) {
    area.form.querySelector('.add-offer')?.remove();
    const line = Object.assign(document.createElement('div'), { className: 'add-offer' });
    line.append(Object.assign(document.createElement('span'), { textContent: words }));
    line.setAttribute('role', 'status');
    area.form.prepend(line);
    return line;
}

function question(area, words) {
    const asked = note(area, words);
    asked.setAttribute('role', 'alertdialog');
    asked.setAttribute('aria-label', words);
    asked.insertAdjacentHTML('beforeend', '<button type="button" class="button small">Notify them</button><button type="button" class="button small">Cancel</button>');
    const [yes, no] = asked.querySelectorAll('button');
    return new Promise(answer => {
        const close = isMeant => {
            area.removeEventListener('input', leave);
            asked.remove();
            if (area.isConnected) area.focus();
            answer(isMeant);
        };
        const leave = () => close(false);
        yes.addEventListener('click', () => close(true));
        no.addEventListener('click', leave);
        area.addEventListener('input', leave);
        asked.addEventListener('keydown', event => {
            event.stopPropagation(); // in an edit, the keys of the timeline
            if (event.key !== 'Escape') return;
            event.preventDefault();
            leave();
        });
        no.focus(); // who presses Enter twice has not read it
    });
}
