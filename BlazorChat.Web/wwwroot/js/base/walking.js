import { address } from './api.js';

/**
 * Goes to a page of the chat, in place where Blazor is up.
 * @param {string} path
 */
export const goTo = path => globalThis.Blazor?.navigateTo ? Blazor.navigateTo(address(path)) : location.assign(address(path));

const TYPED_IN = 'input, textarea, [contenteditable=true]';

/**
 * Goes to a room, to read and write there: the focus goes to its field, unless somebody types elsewhere by then. Where there is no keyboard
 * but on the screen, it would come up over what one wants to read.
 * @param {string} id
 */
export function goToRoom(id) {
    if (!matchMedia('(pointer: coarse)').matches) document.addEventListener('page-updated', () => {
        if (!document.activeElement?.matches(TYPED_IN)) document.querySelector('.conversation chat-composer textarea')?.focus({ preventScroll: true });
    }, { once: true });
    goTo(`/room/${id}`);
}
