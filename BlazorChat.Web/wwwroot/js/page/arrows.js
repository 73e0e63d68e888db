import { stepTo } from './menu-keys.js';

const CONTROLS = 'a[href], button, input';

/**
 * Lets the arrows up and down walk through what a small panel offers. Of radio buttons, the chosen one: left and right
 * choose among them.
 * @param {HTMLElement} panel
 * @param {AbortSignal} [signal]
 */
export function moveThrough(panel, signal) {
    panel.addEventListener('keydown', event => {
        if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp' || event.target.matches('select, [type=time]')) return; // those have their own use for them
        const controls = [...panel.querySelectorAll(CONTROLS)].filter(isStop);
        const at = controls.indexOf(event.target);
        const to = at < 0 ? (event.key === 'ArrowDown' ? 0 : controls.length - 1) : stepTo(event.key, at, controls.length);
        event.preventDefault();
        controls[to]?.focus();
    }, { signal });
}

const isStop = control => !control.disabled && control.checkVisibility?.() !== false && (control.type !== 'radio' || control.checked);
