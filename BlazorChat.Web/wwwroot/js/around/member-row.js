import { showProfile } from '../base/profiles.js';

/**
 * Shows somebody's name, picture and status in the list of members, as the server would draw them.
 * @param {Element} row
 * @param {{ user_id: string, username: string, display_name: string | null, avatar_url: string | null, status_text: string }} person
 */
export function showMember(row, person) {
    showProfile(row, person);
    const name = row.querySelector('.member-name');
    name.title = [person.display_name ?? person.username, person.display_name && `@${person.username}`, person.status_text].filter(Boolean).join(' · ');
    name.querySelector('.member-status')?.remove();
    if (person.status_text) name.append(Object.assign(document.createElement('span'), { className: 'member-status', textContent: person.status_text }));
}
