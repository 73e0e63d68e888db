import { isInCode } from './code-places.js';
import { insert } from './insert.js';

const KEY = 'blazorchat-smileys';
const WRITTEN = /(?:^|\s)(\S{2,4})$/;

// With their noses left out. Not from the emoji data: that would have to be here before the first is written.
const FACES = new Map(Object.entries({
    ':)': '🙂', ':D': '😄', 'XD': '😆', 'xD': '😆', ":'D": '🤣', ":')": '😂', ';)': '😉', ':>': '😊', 'O:)': '😇', '8)': '😎', 'B)': '😎',
    ':*': '😘', ':P': '😛', ':p': '😛', ';P': '😜', ';p': '😜', ':O': '😮', ':o': '😮', ':|': '😐', ':/': '😕', ':\\': '😕', ':$': '😳', ':S': '😧',
    ':(': '🙁', ":'(": '😢', '>:(': '😠', ':@': '🤬', 'D:': '😩', '>:)': '😈', ':3': '😽', '<3': '❤️', '</3': '💔',
}));

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

/** @param {string} before what stands before the caret @returns {{ signs: string, emoji: string } | null} the face that it ends with */
export function smileyAt(before) {
    const signs = WRITTEN.exec(before)?.[1];
    const emoji = signs && FACES.get(signs.replace('-', ''));
    return emoji ? { signs, emoji } : null;
}

/**
 * A face made of signs becomes its emoji when its word is over.
 * @param {HTMLTextAreaElement} area
 * @param {number} end where the word ends
 */
export function closeSmiley(area, end) {
    const face = wantsSmileys() && !isInCode(area.value, end) && smileyAt(area.value.slice(0, end));
    if (!face) return;
    const after = area.selectionStart - end;
    insert(area, face.emoji, end - face.signs.length, end);
    area.setSelectionRange(area.selectionStart + after, area.selectionStart + after);
}
