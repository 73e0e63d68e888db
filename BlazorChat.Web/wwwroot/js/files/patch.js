import { address } from '../base/api.js';

const SILENT_TOO_LONG = 60_000;

/** @type {import('../base/api.js').Answer} */
const NOTHING = { ok: false, status: 0, body: null, retryAfter: null, headers: null };

/** @type {import('../base/api.js').Answer} */
const UNREADABLE = { ...NOTHING, status: 400, body: { detail: 'The file cannot be read any more. Choose it again.' } };

/**
 * Sends a piece of a file; only XMLHttpRequest tells how far it is. Never throws: what failed shows in the status.
 * @param {string} url
 * @param {Blob} piece
 * @param {AbortSignal} signal
 * @param {(sent: number) => void} onProgress
 * @returns {Promise<import('../base/api.js').Answer>}
 */
export function patch(url, piece, signal, onProgress) {
    const request = new XMLHttpRequest();
    let silence = 0;
    const heard = () => {
        clearTimeout(silence);
        silence = setTimeout(() => request.abort(), SILENT_TOO_LONG);
    };
    const abort = () => request.abort();
    return new Promise(resolve => {
        request.upload.addEventListener('progress', ({ loaded }) => {
            heard();
            onProgress(Math.min(loaded, piece.size));
        });
        request.addEventListener('load', () => resolve(answerOf(request)));
        request.addEventListener('error', () => resolve(whyNot(piece)));
        request.addEventListener('abort', () => resolve(NOTHING));
        request.open('PATCH', address(url));
        request.setRequestHeader('Accept', 'application/json');
        request.setRequestHeader('Content-Type', 'application/octet-stream');
        signal.addEventListener('abort', abort);
        heard();
        request.send(piece);
    }).finally(() => {
        clearTimeout(silence);
        signal.removeEventListener('abort', abort);
    });
}

function answerOf(request) {
    const after = Number.parseInt(request.getResponseHeader('Retry-After') ?? '', 10);
    return {
        ok: request.status >= 200 && request.status < 300, status: request.status, headers: null, body: parsed(request.responseText),
        retryAfter: Number.isNaN(after) ? null : after,
    };
}

function parsed(text) {
    try {
        return text ? JSON.parse(text) : null;
    } catch {
        return null; // an error page of something between the server and us
    }
}

// Moved, changed or deleted on the disk meanwhile: no connection would help.
const whyNot = piece => piece.slice(0, 1).arrayBuffer().then(() => NOTHING, () => UNREADABLE);
