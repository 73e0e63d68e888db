import { placeOf } from '../base/later.js';

const MOST = 8;

/**
 * @typedef {{ emoji: string, shortcodes: string[], annotation: string, tags?: string[] }} Emoji
 */

/** What emoji are called. */
export class EmojiNames {
    #all;
    #byName;

    /** @param {Emoji[]} all */
    constructor(all) {
        this.#all = all;
        this.#byName = new Map(all.flatMap(one => one.shortcodes.map(name => [name, one.emoji])));
    }

    /** @param {string} name without its colons @returns {string | undefined} */
    named = name => this.#byName.get(name.toLowerCase());

    /**
     * Those of which a name begins so, then those with such a word in a name, then those that are about it.
     * @param {string} asked
     * @param {string[]} [recent] emoji that come before others that are equally good
     * @returns {{ emoji: string, name: string }[]} the name that fits best
     */
    find(asked, recent = []) {
        const wanted = asked.toLowerCase();
        return this.#all
            .map(one => ({ emoji: one.emoji, ...fit(one, wanted) }))
            .filter(({ distance }) => distance < Infinity)
            .sort((a, b) => a.distance - b.distance || recent.includes(b.emoji) - recent.includes(a.emoji)) // others stay in their order
            .slice(0, MOST);
    }
}

/**
 * How well an emoji fits, and by which of its names: the less the distance, the better.
 * @param {{ shortcodes: string[], tags?: string[] }} emoji
 * @param {string} wanted in lower case
 */
export function fit({ shortcodes, tags = [] }, wanted) {
    const name = shortcodes.find(name => name === wanted) ?? shortcodes.find(name => name.startsWith(wanted));
    if (name) return { name, distance: name === wanted ? 0 : 1 };
    const within = shortcodes.find(name => name.split(/[_-]/).some(word => word.startsWith(wanted)));
    if (within) return { name: within, distance: 2 };
    const tag = tags.includes(wanted) ? 3 : tags.some(tag => tag.startsWith(wanted)) ? 4 : Infinity;
    return { name: shortcodes[0], distance: tag };
}

let loading = null;

/** @returns {Promise<EmojiNames>} */
export const emojiNames = () => loading ??= fetch(placeOf('vendor/emoji/emoji.json'))
    .then(answer => answer.ok ? answer.json() : Promise.reject(new Error(`${answer.status}`)))
    .then(all => new EmojiNames(all))
    .catch(error => {
        loading = null; // tried again next time
        throw error;
    });
