import { Window } from 'happy-dom';
import { fakeStorage } from './storage.js';

// A document, and what the browser's modules use of one. To be imported before them.
const window = new Window({ url: 'http://chat/room/general' });
const whole = [
    'document', 'history', 'location', 'navigator', 'customElements', 'AbortController', 'CSS', 'CustomEvent', 'Event', 'HTMLElement',
    'DOMParser', 'KeyboardEvent', 'MouseEvent', 'MutationObserver', 'Node', 'NodeFilter',
];
const bound = ['addEventListener', 'removeEventListener', 'dispatchEvent', 'matchMedia'];
const put = (name, value) => Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });

for (const name of whole) put(name, window[name]);
for (const name of bound) put(name, window[name].bind(window));
put('localStorage', fakeStorage());
put('sessionStorage', fakeStorage());
put('requestAnimationFrame', setImmediate);
put('cancelAnimationFrame', clearImmediate);
document.head.innerHTML = '<base href="/">';

/** Whether somebody looks at the page, from now on. */
export function look(looks) {
    document.hasFocus = () => looks;
}

/** @returns {Element} */
export function elementFrom(html) {
    const template = document.createElement('template');
    template.innerHTML = html.trim();
    return template.content.firstElementChild;
}

export const click = element => element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true, button: 0 }));
