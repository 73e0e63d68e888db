import { tell } from './announcer.js';

const SHOWN = 5_000;

let timer = 0;

/**
 * Says in a few words what came of an act: those who look see it for a moment, those who listen are told.
 * @param {string} text
 */
export function say(text) {
    tell(text);
    const toast = document.getElementById('toast');
    if (!toast) return;
    toast.textContent = text;
    toast.hidden = false;
    clearTimeout(timer);
    timer = setTimeout(() => toast.hidden = true, SHOWN);
}
