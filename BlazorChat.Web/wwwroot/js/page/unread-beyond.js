import { NextFrame } from '../base/next-frame.js';

const UNREAD = '.rooms-scroll li:not([hidden]) > a.room-link:not([aria-current]):has(> .badge:not([hidden]))';
const EDGE = 8;

/**
 * In a long list of rooms, says that some beyond its upper or lower edge have something unread, and leads to the nearest. The keys for
 * unread rooms do the same, so this is for those who point.
 */
export function startUnreadBeyond() {
    const frame = new NextFrame(look);
    const observer = new MutationObserver(() => frame.ask());
    const begin = () => {
        observer.disconnect();
        const rooms = document.querySelector('#rooms');
        if (!rooms) return;
        observer.observe(rooms, { childList: true, subtree: true, attributes: true, attributeFilter: ['class', 'hidden', 'aria-current'] });
        frame.ask();
    };
    document.addEventListener('scroll', ({ target }) => target.matches?.('.rooms-scroll') && frame.ask(), { capture: true, passive: true });
    document.addEventListener('click', ({ target }) => {
        lead(target.closest?.('[data-unread-beyond]'));
        if (target.closest?.('[data-open]')) frame.ask(); // on a phone the list has just come
    });
    document.addEventListener('page-updated', begin);
    addEventListener('resize', () => frame.ask());
    begin();
}

/** @returns {{ above: Element[], below: Element[] }} rooms with something unread that cannot be seen, the nearest first */
function beyond() {
    const list = document.querySelector('.rooms-scroll')?.getBoundingClientRect();
    const links = list?.height ? [...document.querySelectorAll(UNREAD)].map(link => ({ link, ...placeOf(link) })) : [];
    return {
        above: links.filter(({ bottom }) => bottom < list.top + EDGE).map(({ link }) => link).reverse(),
        below: links.filter(({ top }) => top > list.bottom - EDGE).map(({ link }) => link),
    };
}

const placeOf = link => {
    const { top, bottom } = link.getBoundingClientRect();
    return { top, bottom };
};

function look() {
    for (const [side, links] of Object.entries(beyond())) {
        const hint = document.querySelector(`[data-unread-beyond=${side}]`);
        if (hint && hint.hidden !== (links.length === 0)) hint.hidden = links.length === 0;
    }
}

const isCalm = () => matchMedia('(prefers-reduced-motion: reduce)').matches;

function lead(hint) {
    const [link] = hint ? beyond()[hint.dataset.unreadBeyond] : [];
    link?.scrollIntoView({ block: 'center', behavior: isCalm() ? 'instant' : 'smooth' });
}
