const FENCE = /^ {0,3}(?:> ?)*(`{3,}(?!.*`)|~{3,})/;

/**
 * Whether what stands there is code: in a fence that was opened before and not closed, or after an odd backtick of its line.
 * @param {string} text
 * @param {number} at
 */
export function isInCode(text, at) {
    const lines = text.slice(0, at).split('\n');
    const last = lines.pop();
    return isInFence(lines) || (last.match(/`/g)?.length ?? 0) % 2 === 1;
}

/** @param {string[]} lines the whole lines before */
export function isInFence(lines) {
    let open = null;
    for (const line of lines) {
        const fence = FENCE.exec(line)?.[1];
        if (!fence) continue;
        if (!open) open = fence;
        else if (fence[0] === open[0] && fence.length >= open.length && line.trim().endsWith(fence)) open = null;
    }
    return open !== null;
}
