import { fit } from './emoji-names.js';

/**
 * Makes the picker's search show what fits best first, as completion does: "heart" finds ❤️ before all that have hearts.
 * @param {object} database the picker's own
 */
export function bestFirst(database) {
    const search = database.getEmojiBySearchQuery.bind(database);
    database.getEmojiBySearchQuery = async query => {
        const wanted = query.trim().toLowerCase();
        const found = (await search(query)).map(one => ({ one, distance: fit(one, wanted).distance }));
        return found.sort((a, b) => a.distance - b.distance).map(({ one }) => one);
    };
}

/**
 * What Enter chooses in the search: the first one found, in the skin tone that is set, whether it has been drawn by now or not.
 * @param {object} database the picker's own
 * @param {string} query
 * @returns {Promise<string | null>} null when nothing is found
 */
export async function bestOf(database, query) {
    if (!query.trim()) return null;
    const [first] = await database.getEmojiBySearchQuery(query);
    if (!first) return null;
    if (!first.unicode) return `:${first.name}:`;
    const tone = await database.getPreferredSkinTone();
    return first.skins?.find(skin => skin.tone === tone)?.unicode ?? first.unicode;
}
