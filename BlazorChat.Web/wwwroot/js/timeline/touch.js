const LONG_PRESS = 450;
const OF_ITS_OWN = 'a, button, .avatar, input, textarea, audio, video, form, .confirm';

/**
 * Tells what a finger asks of a message: it rests on one, or taps where nothing else would answer.
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
        // A tap beside the keyboard of a phone only folds it away.
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
    // The finger that has asked lifts: that is no click on what lies under it by now.
    document.addEventListener('pointerdown', () => (asked = false), { capture: true, signal });
    document.addEventListener('click', event => {
        if (!asked) return;
        asked = false;
        event.preventDefault();
        event.stopImmediatePropagation();
    }, { capture: true, signal });
}
