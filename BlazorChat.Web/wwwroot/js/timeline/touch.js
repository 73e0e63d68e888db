const LONG_PRESS = 450;
const OF_ITS_OWN = 'a, button, .avatar, input, textarea, audio, video, form, .confirm';

/**
 * Tells when a finger asks for a message's menu: it rests on the message, or taps where nothing else would react.
 * @param {HTMLElement} timeline
 * @param {(article: HTMLElement) => void} ask
 * @param {AbortSignal} signal
 */
export function onFinger(timeline, ask, signal) {
    const on = (name, handle) => timeline.addEventListener(name, handle, { signal });
    let timer = 0;
    let tapped = null;
    let asked = false;

    on('pointerdown', ({ target, pointerType }) => {
        clearTimeout(timer);
        tapped = null;
        const article = pointerType !== 'mouse' && target.closest('.message');
        if (!article || target.closest('form, .confirm, audio, video')) return;
        // While a phone's keyboard is open, a tap only closes it.
        if (!document.activeElement?.matches('textarea, input') && !target.closest(OF_ITS_OWN)) tapped = article;
        timer = setTimeout(() => {
            [tapped, asked] = [null, true];
            ask(article);
        }, LONG_PRESS);
    });
    for (const name of ['pointerup', 'pointercancel', 'scroll']) on(name, () => clearTimeout(timer));
    on('pointermove', ({ movementX, movementY }) => Math.abs(movementX) + Math.abs(movementY) > 2 && clearTimeout(timer));
    on('contextmenu', event => asked && event.preventDefault());
    on('click', ({ target }) => {
        if (tapped?.contains(target)) ask(tapped);
        tapped = null;
    });
    // After a long press, the finger that lifts must not click what lies under it by now.
    document.addEventListener('pointerdown', () => (asked = false), { capture: true, signal });
    document.addEventListener('click', event => {
        if (!asked) return;
        asked = false;
        event.preventDefault();
        event.stopImmediatePropagation();
    }, { capture: true, signal });
}
