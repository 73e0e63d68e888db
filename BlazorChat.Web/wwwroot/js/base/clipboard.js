/**
 * @param {string} text
 * @returns {Promise<boolean>} whether it is on the clipboard now
 */
export async function copy(text) {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return copyAsOfOld(text); // the clipboard is only for pages that came over https
    }
}

function copyAsOfOld(text) {
    const [focused, area] = [document.activeElement, document.createElement('textarea')];
    area.className = 'visually-hidden';
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    focused?.focus({ preventScroll: true });
    return copied;
}
