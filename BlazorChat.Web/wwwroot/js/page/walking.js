/**
 * Goes to a page of the chat, in place where Blazor is up.
 * @param {string} address
 */
export const goTo = address => globalThis.Blazor?.navigateTo ? Blazor.navigateTo(address) : location.assign(address);
