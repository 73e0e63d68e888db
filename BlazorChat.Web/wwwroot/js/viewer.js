/**
 * Who looks at a timeline, and what they may do there. The server checks every act again.
 * @typedef {object} Viewer
 * @property {string} me
 * @property {string} username
 * @property {boolean} mayPost
 * @property {boolean} mayModerate
 * @property {RegExp} mention
 */

/**
 * What they may do is read each time: it changes while they look, and the page's attributes with it.
 * @param {DOMStringMap} dataset of the timeline
 * @returns {Viewer}
 */
export function viewerOf(dataset) {
    const { me, username } = dataset;
    const name = username.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return {
        me, username,
        get mayPost() { return dataset.mayPost === 'true'; },
        get mayModerate() { return dataset.mayModerate === 'true'; },
        mention: new RegExp(`(?<![\\p{L}\\p{N}_])@${name}(?![\\p{L}\\p{N}_-])`, 'iu'),
    };
}
