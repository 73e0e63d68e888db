import { placeOf } from '../base/later.js';

const MOST = 20_000; // letters; some languages take seconds for more
const PATIENCE = 1_000;
const STARTING = 10_000; // the first time, the worker is to be loaded

/** @type {Worker | null} */
let worker = null;
let last = Promise.resolve();
let failures = 0;

/**
 * The colours of code, made in a worker: one block after the other, and none that takes too long.
 * @param {string} code
 * @param {string} language as it was written; none is guessed
 * @returns {Promise<DocumentFragment | null>} null: it stays as it is
 */
export function colours(code, language) {
    if (code.length > MOST || failures > 3) return Promise.resolve(null);
    return last = last.then(() => ask(code, language));
}

function ask(code, language) {
    return new Promise(done => {
        const patience = worker ? PATIENCE : STARTING;
        worker ??= new Worker(placeOf('vendor/highlight/code-worker.js'));
        const end = html => {
            clearTimeout(timer);
            done(typeof html === 'string' ? fragment(html) : null);
        };
        const giveUp = () => {
            worker?.terminate();
            worker = null;
            failures++;
            end(null);
        };
        const timer = setTimeout(giveUp, patience);
        worker.onmessage = ({ data }) => end(data);
        worker.onerror = giveUp;
        worker.postMessage({ code, language: language.toLowerCase() });
    });
}

function fragment(html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    return template.content;
}
