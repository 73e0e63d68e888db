const PREFIX = 'blazorchat-outbox';

/**
 * Keeps what is not sent yet over a reload. One item for each message, so that two tabs never write over each other.
 * @param {string} user
 * @param {Storage} storage
 */
export function outboxStorage(user, storage) {
    const mine = `${PREFIX}-${user}-`;
    const keyOf = entry => `${mine}${entry.room}-${entry.clientId}`;
    const unsaved = new Set(); // where storage is full or forbidden, sending must go on without it
    return {
        /** @param {import('./outbox.js').Entry} entry */
        keep(entry) {
            try {
                storage.setItem(keyOf(entry), JSON.stringify(entry));
            } catch {
                unsaved.add(entry.clientId);
            }
        },

        /** @param {import('./outbox.js').Entry} entry */
        drop(entry) {
            unsaved.delete(entry.clientId);
            storage.removeItem(keyOf(entry));
        },

        /** @param {import('./outbox.js').Entry} entry */
        has: entry => unsaved.has(entry.clientId) || storage.getItem(keyOf(entry)) !== null,

        /** @returns {import('./outbox.js').Entry[]} oldest first */
        all: () => Object.keys(storage)
            .filter(key => key.startsWith(mine))
            .map(key => JSON.parse(storage.getItem(key)))
            .sort((a, b) => a.at - b.at),

        /**
         * The entry that another tab dropped, if that is what a storage event tells.
         * @param {StorageEvent} event
         * @returns {import('./outbox.js').Entry | null}
         */
        dropped: ({ key, oldValue, newValue }) =>
            key?.startsWith(mine) && newValue === null && oldValue ? JSON.parse(oldValue) : null,
    };
}
