/**
 * Where a reader is in the log, as the server writes it: "epoch-position". Positions compare only within one epoch.
 * @param {string} cursor
 */
function parse(cursor) {
    const dash = cursor.lastIndexOf('-');
    return { epoch: cursor.slice(0, dash), position: Number(cursor.slice(dash + 1)) };
}

/**
 * Whether `candidate` lies beyond `known`. Another epoch is another log: nothing in it can have been seen before.
 * @param {string | null | undefined} candidate
 * @param {string | null | undefined} known
 */
export function isNewer(candidate, known) {
    if (!candidate) return false;
    if (!known) return true;
    const [a, b] = [parse(candidate), parse(known)];
    return a.epoch !== b.epoch || a.position > b.position;
}
