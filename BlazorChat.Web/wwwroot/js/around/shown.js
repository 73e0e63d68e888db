// What timelines, badges and the typing indicator show by themselves.
const SHOWN = new Set(['message', 'message_edited', 'message_deleted', 'reaction', 'typing', 'read', 'pin', 'saved', 'thread', 'thread_followed', 'thread_read']);

/** @param {string} name of an event */
export const isShown = name => SHOWN.has(name);
