const MOST = 6;

const keyOf = user => `blazorchat-searches-${user}`;

/**
 * What somebody searched for last in this browser, the newest first.
 * @param {string} user
 * @param {Pick<Storage, 'getItem'>} [storage]
 * @returns {string[]}
 */
export function recentSearches(user, storage = localStorage) {
    try {
        const kept = JSON.parse(storage.getItem(keyOf(user)) ?? '[]');
        return Array.isArray(kept) ? kept.filter(query => typeof query === 'string') : [];
    } catch {
        return []; // forbidden, or written by something else
    }
}

/**
 * @param {string} user
 * @param {string} query
 * @param {Pick<Storage, 'getItem' | 'setItem'>} [storage]
 */
export function rememberSearch(user, query, storage = localStorage) {
    const kept = [query, ...recentSearches(user, storage).filter(other => other !== query)].slice(0, MOST);
    try {
        storage.setItem(keyOf(user), JSON.stringify(kept));
    } catch {
        // Storage is forbidden or full: it is not remembered.
    }
}
