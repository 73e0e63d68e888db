const SEPARATORS = /[.\-_ ]+/;

/**
 * What stands for a person without a picture, as the server draws it: one letter, or two where the name has parts.
 * @param {string} name
 */
export const initialsOf = name => name.split(SEPARATORS).filter(Boolean).slice(0, 2)
    .map(part => [...new Intl.Segmenter().segment(part)][0].segment).join('').toUpperCase() || '?';

/**
 * Shows a person's new name and picture wherever they stand in a timeline.
 * @param {ParentNode} root
 * @param {{ user_id: string, username: string, display_name: string | null, avatar_url: string | null }} profile
 */
export function showProfile(root, profile) {
    const id = CSS.escape(profile.user_id);
    const name = profile.display_name ?? profile.username;
    for (const article of root.querySelectorAll(`.message[data-user="${id}"]`)) {
        relabel(article, name);
        article.dataset.username = profile.username;
    }
    for (const element of root.querySelectorAll(`[data-name-of="${id}"]`)) element.textContent = name;
    for (const mention of root.querySelectorAll(`.mention[data-user="${id}"]`)) call(mention, profile.display_name);
    for (const reaction of root.querySelectorAll(`.reaction[data-users~="${id}"]`)) rename(reaction, profile.user_id, name);
    for (const face of root.querySelectorAll(`[data-face-of="${id}"]`)) draw(face, name, profile.avatar_url);
}

// What was written stays in the title, as the server draws it.
function call(mention, displayName) {
    const written = mention.title || mention.textContent;
    if (displayName) mention.title = written;
    else mention.removeAttribute('title');
    mention.textContent = displayName ? `@${displayName}` : written;
}

function relabel(article, name) {
    const before = `${article.querySelector('.byline .name')?.textContent}: `;
    const label = article.getAttribute('aria-label') ?? '';
    if (label.startsWith(before)) article.setAttribute('aria-label', `${name}: ${label.slice(before.length)}`);
}

// As the server draws it: as many names as it gave, and how many more there are.
function rename(reaction, user, name) {
    const [users, names] = [reaction.dataset.users.split(' '), reaction.dataset.names.split('\n')];
    const at = users.indexOf(user);
    if (at >= names.length) return;
    names[at] = name;
    reaction.dataset.names = names.join('\n');
    const more = users.length - names.length;
    const label = reaction.getAttribute('aria-label').slice(0, -reaction.title.length);
    reaction.title = names.join(', ') + (more > 0 ? ` and ${more} others` : '');
    reaction.setAttribute('aria-label', label + reaction.title);
}

function draw(face, name, url) {
    if (!url) return face.replaceChildren(initialsOf(name));
    if (face.querySelector('img')?.getAttribute('src') === url) return;
    face.replaceChildren(Object.assign(document.createElement('img'), { src: url, alt: '', width: 256, height: 256 }));
}
