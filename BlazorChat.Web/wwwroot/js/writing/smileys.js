const KEY = 'blazorchat-smileys';
const WRITTEN = /(?:^|\s)(\S{2,4})$/;

export function wantsSmileys() {
    try {
        return localStorage.getItem(KEY) === 'on';
    } catch {
        return false;
    }
}

/** The switch in the own corner. */
export function startSmileys() {
    document.addEventListener('toggle', ({ target }) => {
        const box = target.querySelector?.('[data-smileys]');
        if (box) box.checked = wantsSmileys();
    }, { capture: true });
    document.addEventListener('change', ({ target }) => {
        if (!target.matches?.('[data-smileys]')) return;
        try {
            localStorage.setItem(KEY, target.checked ? 'on' : 'off');
        } catch {
            // Full or forbidden: it stays as it was.
        }
    });
}

/** The signs before the caret that could be a face. */
export const smileyAt = before => WRITTEN.exec(before)?.[1] ?? null;
