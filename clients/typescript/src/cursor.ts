// A cursor is "epoch-position". Positions compare only within one epoch.
function parse(cursor: string): [epoch: string, position: number] {
    const dash = cursor.lastIndexOf('-');
    return [cursor.slice(0, dash), Number(cursor.slice(dash + 1))];
}

/** Whether `candidate` lies beyond `known`. Another epoch is another log: nothing of it can be known already. */
export function isNewer(candidate: string | null, known: string | null): boolean {
    if (!candidate) return false;
    if (!known) return true;
    const [epoch, position] = parse(candidate);
    const [knownEpoch, knownPosition] = parse(known);
    return epoch !== knownEpoch || position > knownPosition;
}
