/**
 * Who looks at a timeline, and what they may do there. The server checks every act again.
 * @typedef {object} Viewer
 * @property {string} me
 * @property {string} username
 * @property {boolean} isMember
 * @property {boolean} mayPost
 * @property {boolean} mayModerate
 * @property {Set<string>} blocked whose messages are folded
 */

/**
 * @param {DOMStringMap} dataset of the timeline
 * @returns {Viewer}
 */
export function viewerOf({ me, username, member, mayPost, mayModerate, blocked }) {
    return {
        me, username, isMember: member === 'true', mayPost: mayPost === 'true', mayModerate: mayModerate === 'true',
        blocked: new Set(blocked?.split(' ').filter(Boolean)),
    };
}
