/**
 * @typedef {object} Answer
 * @property {boolean} ok
 * @property {number} status 0 when no answer came
 * @property {any} body parsed JSON, or null
 * @property {number | null} retryAfter seconds
 * @property {Headers | null} headers
 */

// The path of its host below which the chat is (`/chat-app`), or nothing.
const below = globalThis.document?.baseURI ? new URL('.', document.baseURI).pathname.slice(0, -1) : '';

/**
 * @param {string} path of the HTTP interface or of a page, `/chat/rooms`
 * @returns {string} where it is on this host; whole addresses stay as they are
 */
export const address = path => path.startsWith('/') ? below + path : path;

/** @type {Answer} */
const NOTHING = { ok: false, status: 0, body: null, retryAfter: null, headers: null };

/**
 * Asks the chat's own HTTP interface. Never throws: what failed shows in the status.
 * @param {string} method
 * @param {string} url
 * @param {unknown} [body] a form or a file as it is, all else as JSON
 * @param {{ fetch?: typeof fetch, signal?: AbortSignal, keepalive?: boolean }} [options]
 * @returns {Promise<Answer>}
 */
export async function request(method, url, body, { fetch = globalThis.fetch, ...options } = {}) {
    const headers = { Accept: 'application/json' };
    const isJson = body !== undefined && !(body instanceof FormData || body instanceof Blob);
    if (isJson) headers['Content-Type'] = 'application/json';
    try {
        const response = await fetch(address(url), {
            method, headers, credentials: 'same-origin', body: isJson ? JSON.stringify(body) : body, ...options,
        });
        return { ...answered(response), body: await parsed(response) };
    } catch {
        return NOTHING;
    }
}

/**
 * Asks for a piece of the page.
 * @param {string} url
 * @param {Record<string, string>} [headers]
 * @returns {Promise<Answer & { html: string }>}
 */
export async function requestHtml(url, headers = {}) {
    try {
        const response = await fetch(address(url), { headers: { Accept: 'text/html', ...headers }, credentials: 'same-origin' });
        return { ...answered(response), body: null, html: response.ok ? await response.text() : '' };
    } catch {
        return { ...NOTHING, html: '' };
    }
}

/**
 * Whether a request was refused because nobody is signed in here any more.
 * @param {Pick<Answer, 'status' | 'body'>} answer
 */
export const isSignedOut = ({ status, body }) => status === 401 && body?.code === 'not_signed_in';

/**
 * What to tell a person about a request that failed.
 * @param {Pick<Answer, 'status' | 'body'>} answer
 * @returns {string}
 */
export function sentence({ status, body }) {
    if (status === 0) return 'The chat cannot be reached.';
    if (isSignedOut({ status, body })) return 'You are signed out.'; // the detail is for programs
    const [first] = Object.values(body?.errors ?? {}).flat();
    return first ?? body?.detail ?? body?.title ?? `The server answered ${status}.`;
}

function answered(response) {
    const after = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
    return {
        ok: response.ok, status: response.status, headers: response.headers, retryAfter: Number.isNaN(after) ? null : after,
    };
}

async function parsed(response) {
    const text = await response.text();
    try {
        return text ? JSON.parse(text) : null;
    } catch {
        return null; // an error page of something between the server and us
    }
}
