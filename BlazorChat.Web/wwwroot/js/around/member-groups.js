import { moveNode } from '../base/moved-node.js';

/**
 * Moves somebody in the list of members to those who are here, away or offline, as the server would draw it: by name, without regard to
 * case, and a group without anybody is hidden. So that someone comes or goes is no reason to load a page again.
 * @param {Element} row
 * @param {'online' | 'away' | 'offline'} status
 */
export function moveMember(row, status) {
    const to = row.closest('#members').querySelector(`section[data-status="${status}"]`);
    const from = row.closest('section');
    if (!to || to === from) return;
    const list = to.querySelector('ul');
    const next = [...list.children].find(other => isBefore(row, other)) ?? null;
    moveNode(row, list, next);
    // Of many members, a group has more than it shows.
    for (const [group, more] of [[from, -1], [to, 1]]) {
        const text = group.querySelector('.count').firstChild;
        const count = Number(text.data) + more;
        text.data = String(count);
        group.hidden = count === 0;
    }
}

const isBefore = (row, other) => nameOf(row) < nameOf(other);

// The server compares capital letters, and only those that stay one letter.
const nameOf = row => [...row.querySelector('[data-name-of]').textContent]
    .map(letter => letter.toUpperCase().length === letter.length ? letter.toUpperCase() : letter).join('');
