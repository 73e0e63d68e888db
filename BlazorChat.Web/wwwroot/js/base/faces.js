import { initialsOf } from './profiles.js';

/**
 * Somebody's face, as the server draws it: the one on the page if there is one, otherwise their picture, or their initials on their colour.
 * @param {{ user_id: string, username: string, display_name?: string | null, avatar_url?: string | null }} person
 */
export function faceOf({ user_id, username, display_name, avatar_url }) {
    const known = document.querySelector(`[data-face-of="${CSS.escape(user_id)}"]`)?.cloneNode(true);
    if (known) return known;
    const face = Object.assign(document.createElement('span'), { className: 'avatar' });
    face.setAttribute('aria-hidden', 'true');
    face.style.setProperty('--hue', String(hueOf(user_id)));
    face.dataset.faceOf = user_id;
    face.append(avatar_url ? Object.assign(document.createElement('img'), { src: avatar_url, alt: '', width: 256, height: 256 }) : initialsOf(display_name ?? username));
    return face;
}

/** In degrees, as the server has it (FNV-1a). @param {string} id */
export function hueOf(id) {
    let hash = 2166136261;
    for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 16777619) >>> 0;
    return hash % 360;
}
