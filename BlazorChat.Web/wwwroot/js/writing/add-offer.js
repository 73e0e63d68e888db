import { tell } from '../base/announcer.js';
import { request, sentence } from '../base/api.js';

/**
 * Who was just addressed is not in the room: lets who may do so add them, and tells others what that means.
 * @param {HTMLTextAreaElement} area
 * @param {string} room
 * @param {import('./mention-query.js').Addressee} person
 */
export function offerToAdd(area, room, { user_id, username, display_name }) {
    const form = area.closest('form');
    const timeline = document.querySelector(`chat-timeline[data-room="${CSS.escape(room)}"]`);
    const mayAdd = timeline?.dataset.mayModerate === 'true';
    if (!form || (!mayAdd && timeline?.dataset.kind !== 'private')) return; // a public room is open to them
    form.querySelector('.add-offer')?.remove();
    const name = display_name ?? username;
    const offer = Object.assign(document.createElement('div'), { className: 'add-offer' });
    offer.setAttribute('role', 'status');
    const says = Object.assign(document.createElement('span'), { textContent: mayAdd ? `${name} is not in this room.` : `${name} is not in this room and will not see this. A moderator can add them.` });
    const close = button('Close', () => offer.remove());
    const add = button('Add them', async () => {
        add.disabled = true;
        const answer = await request('PUT', `/chat/room/${encodeURIComponent(room)}/members/${encodeURIComponent(user_id)}`, { role: 'member' });
        add.disabled = false;
        if (!answer.ok) return void (says.textContent = sentence(answer));
        tell(`${name} is in this room now.`);
        offer.remove();
        area.focus();
    });
    offer.append(says, ...(mayAdd ? [add] : []), close);
    form.prepend(offer);
    // Who takes the name back does not address them.
    const look = () => offer.isConnected && area.value.includes(`@${username}`) || (offer.remove(), area.removeEventListener('input', look));
    area.addEventListener('input', look);
}

function button(words, act) {
    const element = Object.assign(document.createElement('button'), { type: 'button', className: 'button small', textContent: words });
    element.addEventListener('click', act);
    return element;
}
