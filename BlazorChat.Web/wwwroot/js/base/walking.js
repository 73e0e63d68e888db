import { address } from './api.js';

/**
 * Goes to a page of the chat, in place where Blazor is up.
 * @param {string} path
 */
export const goTo = path => globalThis.Blazor?.navigateTo ? Blazor.navigateTo(address(path)) : location.assign(address(path));
