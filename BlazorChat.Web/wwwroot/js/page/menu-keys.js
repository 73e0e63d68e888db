const WAYS = { ArrowDown: at => at + 1, ArrowUp: at => at - 1, Home: () => 0, End: () => -1 };

/**
 * Where an arrow leads in a menu, round and round.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @returns {number | null} null when the key is none that moves
 */
export const stepTo = (key, at, count) => WAYS[key] ? (WAYS[key](at) + count) % count : null;
