/**
 * A room's or a thread's unfinished message, kept over reloads.
 * @param {string} user
 * @param {string} room
 * @param {string} [thread] the message on which the thread hangs
 * @param {Storage} storage
 */
export function draftOf(user, room, thread, storage = localStorage) {
    const key = `blazorchat-draft-${user}-${room}${thread ? `-${thread}` : ''}`;
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
