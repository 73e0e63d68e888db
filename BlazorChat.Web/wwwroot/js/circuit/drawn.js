import { requestHtml } from '../base/api.js';

// Presence is told once only. And what describes an island to the server serves for five minutes.
const LASTS = 5_000;
const SETTLES_WITHIN = 10_000;

let drawnAt = Date.now();
let settled = Promise.resolve();

/** @typedef {{ components: Map<string, any>, state: string, askedAt: number }} Drawn what a page says of its islands: each by its key, and the state that they share */

/** Follows Blazor's enhanced navigation, which draws the page again. */
export function followNavigation() {
    let isOver = () => {};
    Blazor.addEventListener('enhancednavigationstart', () => {
        const [before, now] = [isOver, new Promise(done => isOver = () => done())];
        settled = now;
        before(); // one that another follows does not say that it ends
    });
    Blazor.addEventListener('enhancednavigationend', () => isOver());
    addEventListener('unhandledrejection', () => isOver()); // one that fails says nothing else
    Blazor.addEventListener('enhancedload', () => {
        drawnAt = Date.now();
        document.dispatchEvent(new Event('page-updated'));
    });
}

/** No circuit begins while the page is about to become another one. */
export async function pageSettles() {
    for (let last; last !== settled;) {
        last = settled;
        await Promise.race([last, new Promise(done => setTimeout(done, SETTLES_WITHIN))]);
    }
}

/** @param {Drawn} drawn @returns {boolean} whether the page has become another one since */
export const isOutdated = ({ askedAt }) => drawnAt > askedAt;

/** Whether a circuit may begin with the islands as they were drawn with the page. */
export const isFresh = () => Date.now() - drawnAt < LASTS;

/**
 * Has the server say once more of the page's islands what it says of them on the page.
 * @returns {Promise<Drawn>}
 */
export async function drawNow() {
    const askedAt = Date.now();
    const answer = await requestHtml(location.href, { 'Chat-Islands': '1' });
    if (!answer.ok) throw new Error(`The page could not be asked for: ${answer.status}`);
    return { askedAt, ...readIslands(new DOMParser().parseFromString(answer.html, 'text/html')) };
}

/** @returns {Omit<Drawn, 'askedAt'>} */
function readIslands(page) {
    const comments = page.createNodeIterator(page, NodeFilter.SHOW_COMMENT);
    const components = new Map();
    let state = '';
    for (let comment = comments.nextNode(); comment; comment = comments.nextNode()) {
        const [, kind, value] = /^\s*(Blazor|Blazor-Server-Component-State):(.+)$/s.exec(comment.textContent ?? '') ?? [];
        const marker = kind === 'Blazor' && JSON.parse(value);
        if (marker?.descriptor) components.set(keyOf(marker), marker);
        else if (kind === 'Blazor-Server-Component-State') state = value;
    }
    return { components, state };
}

/**
 * The islands that Blazor wants to begin, as the page drawn now describes them. What it has no more (of someone who was signed
 * out) stays out of use.
 * @param {{ operations: any[] }} batch
 * @param {Drawn} drawn
 */
export function describedBy({ operations, ...batch }, { components }) {
    const described = ({ marker, ...operation }) => {
        const { descriptor, sequence } = components.get(keyOf(marker)) ?? {};
        return descriptor && { ...operation, marker: { ...marker, descriptor, sequence } };
    };
    return { ...batch, operations: operations.map(one => one.marker ? described(one) : one).filter(Boolean) };
}

const keyOf = marker => JSON.stringify([marker.key?.locationHash, marker.key?.formattedComponentKey]);
