import { address } from '../base/api.js';
import { circuitState, onCircuit } from '../circuit/circuit.js';
import { live } from '../live/live.js';
import { isShown } from './shown.js';

const RESTS = 65;
const LASTS = 3_000;
const OF_BLAZOR = 'text/html; blazor-enhanced-nav=on';

/** The page of a room that somebody is about to open. @type {{ href: string, at: number, answer: Promise<Response>, asked: AbortController } | null} */
let ahead = null;
let came = false;

/**
 * Asks for the page of a room while the pointer still rests on its link, and hands it to Blazor at the click. It is used for a few
 * seconds only, and not after something was told that scripts do not show by themselves: the conversation follows from the page's cursor,
 * what is around it does not.
 */
export function startAhead() {
    const fetch = globalThis.fetch.bind(globalThis);
    globalThis.fetch = (url, options) => taken(url, options, fetch) ?? fetch(url, options);
    let timer = 0;
    /** What the mouse is over. @type {Element | null} */
    let under = null;
    const rest = () => {
        const link = under && linkOf(under);
        if (link) ask(link.href, fetch);
    };
    const wait = () => {
        clearTimeout(timer);
        if (under && linkOf(under)) timer = setTimeout(rest, RESTS);
    };
    // What was asked for is out of date, or could not be asked for: it is asked for again if the pointer still rests.
    const again = () => {
        drop();
        wait();
    };
    document.addEventListener('pointerover', ({ target, pointerType }) => {
        under = pointerType === 'mouse' ? target : null;
        wait();
    }, { passive: true });
    document.addEventListener('pointerout', ({ relatedTarget }) => void (relatedTarget || (under = null)), { passive: true }); // out of the window
    document.addEventListener('pointerdown', ({ target, button }) => {
        const link = button === 0 && linkOf(target);
        if (link) ask(link.href, fetch);
    }, { passive: true });
    live.subscribe(({ name }) => isShown(name) || name === 'presence' || again());
    live.onState(again);
    onCircuit(again);
    // A page that came ahead is not taken for the last room before somebody sees it.
    document.addEventListener('page-updated', () => {
        if (came) remember(document.querySelector('chat-timeline')?.dataset.room);
        came = false;
    });
}

const linkOf = target => target.closest?.('#rooms a[data-room]:not([aria-current])');

const isOfUse = href => ahead?.href === href && Date.now() - ahead.at < LASTS;

function ask(href, fetch) {
    if (isOfUse(href) || circuitState() !== 'asleep' || live.state !== 'open') return;
    drop();
    const asked = new AbortController();
    const answer = fetch(href, { headers: { Accept: OF_BLAZOR, 'Chat-Ahead': '1' }, credentials: 'same-origin', signal: asked.signal });
    answer.catch(() => {}); // then Blazor asks by itself
    ahead = { href, at: Date.now(), answer, asked };
}

function taken(url, options, fetch) {
    if (options?.headers?.accept !== OF_BLAZOR || (options.method ?? 'get') !== 'get' || !isOfUse(url)) return null;
    const { answer, asked } = ahead;
    [ahead, came] = [null, true];
    options.signal?.addEventListener('abort', () => asked.abort());
    return answer.then(response => response.ok && !response.redirected ? response : fetch(url, options), () => fetch(url, options));
}

function drop() {
    ahead?.asked.abort();
    ahead = null;
}

function remember(room) {
    if (room) document.cookie = `room=${room}; path=${address('/').slice(0, -1) || '/'}; max-age=${365 * 86_400}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`;
}
