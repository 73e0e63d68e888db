const TOGETHER = 5 * 60_000;

/**
 * What the arrangement of a timeline depends on.
 * @typedef {object} Line
 * @property {string} user
 * @property {number} at Unix milliseconds
 * @property {string} type
 * @property {number} number NaN while it is on its way
 * @property {boolean} [deleted] nothing to read any more
 */

const dayOf = at => new Date(at).toDateString();

/**
 * Whether a message is the first of its day, here.
 * @param {Line | null} previous
 * @param {Line} line
 */
export const startsDay = (previous, line) => !previous || dayOf(previous.at) !== dayOf(line.at);

/**
 * Whether a message goes under the previous one's name.
 * @param {Line | null} previous
 * @param {Line} line
 */
export const continues = (previous, line) =>
    !!previous && !startsDay(previous, line) && previous.user === line.user &&
    previous.type !== 'system' && line.type !== 'system' && line.at - previous.at < TOGETHER;

/**
 * The number of the first message I have not read, or null. The line above it needs something read above it.
 * @param {Line[]} lines oldest first
 * @param {number} read the last number I read; NaN where I have no mark
 * @param {string} me
 * @param {boolean} [isWhole] there is nothing before them
 */
export function firstUnread(lines, read, me, isWhole = false) {
    if (Number.isNaN(read) || lines.length === 0 || !isWhole && lines[0].number > read + 1) return null;
    return lines.find(line => line.number > read && line.user !== me && !line.deleted)?.number ?? null;
}
