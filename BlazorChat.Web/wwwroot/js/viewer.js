/**
 * Who looks at a timeline, and what they may do there. The server checks every act again.
 * @typedef {object} Viewer
 * @property {string} me
 * @property {string} username
 * @property {string} name what I am called
 * @property {boolean} mayPost
 * @property {boolean} mayModerate
 * @property {RegExp} mention
 */

/**
 * @param {DOMStringMap} dataset of the timeline
 * @returns {Viewer}
 */
export function viewerOf({ me, username, displayName, mayPost, mayModerate }) {
    const pattern = username.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return {
        me, username, name: displayName || username, mayPost: mayPost === 'true', mayModerate: mayModerate === 'true',
        mention: new RegExp(`(?<![\\p{L}\\p{N}_])@${pattern}(?![\\p{L}\\p{N}_-])`, 'iu'),
    };
}
