/**
 * Who looks at a timeline, and what they may do there. The server checks every act again.
 * @typedef {object} Viewer
 * @property {string} me
 * @property {string} username
 * @property {string} name what I am called
 * @property {boolean} isMember
 * @property {boolean} mayPost
 * @property {boolean} mayModerate
 * @property {string | null} thread the message on whose thread they look; null in the room itself
 * @property {Set<string>} blocked whose messages are folded
 * @property {Set<string>} saved the messages that I keep for myself
 */

/**
 * What they may do is read each time, because it may change while they look, and the page's attributes change with it.
 * @param {DOMStringMap} dataset of the timeline
 * @returns {Viewer}
 */
export function viewerOf(dataset) {
    const { me, username, displayName, blocked, saved, thread } = dataset;
    return {
        me, username, name: displayName || username, thread: thread || null,
        get isMember() { return dataset.member === 'true'; },
        get mayPost() { return dataset.mayPost === 'true'; },
        get mayModerate() { return dataset.mayModerate === 'true'; },
        blocked: new Set(blocked?.split(' ').filter(Boolean)),
        saved: new Set(saved?.split(' ').filter(Boolean)),
    };
}
