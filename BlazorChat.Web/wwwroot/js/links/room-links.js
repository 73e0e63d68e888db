import { address } from '../base/api.js';
import { knowRooms, roomWords, wonderAbout } from './known-rooms.js';
import { mayNameRooms, roomWordsIn } from './room-words.js';

const ASIDE = 'code, pre, a, button, textarea, .mention';

/**
 * Links the rooms that a text names, where the reader may see them. The server makes a text once for all readers, so this is done here, with
 * the rooms that the reader's own list has. Code and addresses stay as they are.
 * @param {HTMLElement} root
 */
export function linkRooms(root) {
    if (!mayNameRooms(root.textContent)) return;
    link(root);
    knowRooms().then(() => {
        link(root);
        wonderAbout(textsIn(root).flatMap(({ data }) => roomWordsIn(data)));
    });
}

function link(root) {
    const known = roomWords();
    for (const old of root.querySelectorAll('a.room-mention')) if (known.named(old.textContent.slice(1))?.id !== old.dataset.room) old.replaceWith(old.textContent);
    root.normalize();
    for (const text of textsIn(root)) text.replaceWith(...known.piecesOf(text.data).map(piece => piece.room ? linkTo(piece) : piece));
}

function textsIn(root) {
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT, node => node.parentElement.closest(ASIDE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT);
    const found = [];
    while (texts.nextNode()) if (mayNameRooms(texts.currentNode.data)) found.push(texts.currentNode);
    return found;
}

// A room's name has its own direction, whatever stands around it.
function linkTo({ room, written }) {
    const made = Object.assign(document.createElement('a'), {
        className: 'room-mention', href: address(`/room/${encodeURIComponent(room.id)}`), title: room.name, textContent: written, dir: 'auto',
        tabIndex: -1, // a timeline is one stop of the Tab key
    });
    made.dataset.room = room.id;
    return made;
}
