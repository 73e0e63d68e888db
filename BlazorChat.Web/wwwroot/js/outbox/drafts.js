/**
 * A room's unfinished message, kept over reloads.
 * @param {string} user
 * @param {string} room
 * @param {Storage} storage
 */
export function draftOf(user, room, storage = localStorage) {
    const key = `blazorchat-draft-${user}-${room}`;
    return {
        read: () => storage.getItem(key) ?? '',
        write(text) {
            try {
                if (text) storage.setItem(key, text);
                else storage.removeItem(key);
            } catch {
                // Full or forbidden: the text is still in the field.
            }
        },
    };
}
