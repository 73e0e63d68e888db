import { address, request, sentence } from '../base/api.js';
import { faceOf } from '../base/faces.js';
import { shortcutOf } from '../base/keyboard.js';
import { placeBeside } from '../base/popover-place.js';
import { showProfile } from '../base/profiles.js';
import { subject } from '../base/subject.js';
import { live } from '../live/live.js';
import { openDialog } from '../page/dialogs.js';
import { showPresence } from './presence-dot.js';
import { writeTo } from './write-to.js';

const PLACES = '[data-me][data-room][data-cursor], .members, .all-members';
const NAMES = '[data-profile-of], [data-name-of], [data-face-of], .mention[data-user]';
const own = () => document.querySelector('own-corner')?.dataset ?? {};

const idOf = ({ dataset }) => dataset.profileOf ?? dataset.nameOf ?? dataset.faceOf ?? dataset.user;

/** Names and faces open a small profile; from a message that has the focus, the key W does. */
export function startProfileCards() {
    // Before a quote's link leads to what it quotes.
    document.addEventListener('click', event => {
        const name = event.button === 0 && event.target.closest?.(PLACES) ? event.target.closest(NAMES) : null;
        if (!name) return;
        event.preventDefault();
        event.stopPropagation();
        open(idOf(name), name);
    }, { capture: true });
    document.addEventListener('keydown', event => {
        if (shortcutOf(event) !== 'w' || event.ctrlKey || event.altKey || event.metaKey) return;
        if (!event.target.matches?.('chat-timeline .message[data-user]')) return;
        event.preventDefault();
        const { dataset } = event.target;
        open(dataset.user, nameShownOn(event.target) ?? event.target);
    });
}

// Those that follow in a group have a name as well, which is not to be seen.
function nameShownOn(message) {
    const name = message.querySelector('.byline .name');
    return name?.getClientRects().length > 0 ? name : null;
}

async function open(id, anchor) {
    if (!id) return;
    const card = drawn(id, anchor);
    const opener = document.activeElement;
    document.body.append(card);
    const stop = live.on({
        presence: ({ user_id, status }) => user_id === id && showPresence(card, status),
        profile: person => person.user_id === id && showProfile(card, person),
    });
    card.addEventListener('toggle', ({ newState }) => {
        if (newState !== 'closed') return;
        const hadFocus = card.contains(document.activeElement) || document.activeElement === document.body;
        stop();
        card.remove();
        if (hadFocus) opener?.focus({ preventScroll: true });
    });
    card.showPopover();
    placeBeside(card, anchor, 'start');
    card.focus({ preventScroll: true });
    const [answer, role] = await Promise.all([request('GET', `/chat/users/${encodeURIComponent(id)}`), roleOf(id)]);
    fill(card, id, answer, role);
    if (card.isConnected) placeBeside(card, anchor.isConnected ? anchor : document.activeElement, 'start');
}

// Of many members the page shows only the first.
async function roleOf(id) {
    const list = document.querySelector('.members .members-scroll');
    const row = document.querySelector(`:is(.members, .all-members) .member[data-user="${CSS.escape(id)}"]`);
    if (row || list?.dataset.cut === undefined) return row && (row.dataset.role ?? 'member');
    const { body } = await request('GET', `/chat/room/${encodeURIComponent(subject().dataset.room)}/members?user_id=${encodeURIComponent(id)}`);
    return body?.members[0]?.role;
}

const manages = role => document.querySelector('.members .members-scroll')?.dataset.manages?.split(' ').includes(role);

// What the page knows already is shown at once.
function drawn(id, anchor) {
    const card = document.createElement('div');
    Object.assign(card, { className: 'profile-card', popover: 'auto', tabIndex: -1 });
    card.setAttribute('role', 'dialog');
    card.dataset.of = id;
    const article = anchor.closest('.message');
    const known = article?.dataset.user === id ? article.querySelector('.byline .name') : anchor.closest('.member')?.querySelector('[data-name-of]');
    const name = (known ?? anchor).textContent.trim().replace(/^@/, '');
    card.setAttribute('aria-label', `Profile of ${name}`);
    card.innerHTML = `<div class="card-head"><span class="me-face"></span>
        <div class="card-names"><strong data-name-of="${CSS.escape(id)}"></strong><span class="card-username"></span></div></div>
        <p class="card-status" hidden></p><p class="card-facts" hidden></p><p class="form-error" role="alert" hidden></p><div class="card-acts"></div>`;
    card.querySelector('strong').dataset.nameOf = id;
    card.querySelector('strong').textContent = name;
    card.querySelector('.me-face').append(faceOf({ user_id: id, username: name }));
    return card;
}

function fill(card, id, answer, role) {
    if (!answer.ok) return refuse(card, answer.status === 404 ? 'This account was deleted.' : sentence(answer));
    const person = answer.body;
    showProfile(card, person);
    card.setAttribute('aria-label', `Profile of ${person.display_name ?? person.username}`);
    say(card, '.card-username', `@${person.username}`);
    say(card, '.card-status', person.status_text);
    say(card, '.card-facts', factsOf(person, role).join(' · '));
    if (!person.gone) card.querySelector('.me-face').append(dotOf(person.status));
    card.querySelector('.card-acts').replaceChildren(...actsOf(card, person, role));
}

function factsOf({ status, gone, blocked }, role) {
    const present = gone ? 'No longer here' : { online: 'Online', away: 'Away', offline: 'Offline' }[status];
    return [present, role && role !== 'member' && `${role} of this room`, blocked && 'you blocked them'].filter(Boolean);
}

function* actsOf(card, person, role) {
    const { me, administrator } = own();
    if (person.user_id === me) return yield link('Edit profile', '/account/manage');
    if (!person.gone && !person.blocked) yield button('Message', 'button primary small', () => write(card, person));
    if (role && manages(role))
        yield button('Manage…', 'button small', () => {
            card.hidePopover();
            openDialog('member', { user_id: person.user_id });
        });
    if (administrator !== undefined) yield link('Account', `/admin/people/${encodeURIComponent(person.user_id)}`);
}

async function write(card, { user_id }) {
    const answer = await writeTo(user_id);
    if (!answer.ok) return refuse(card, sentence(answer));
    card.hidePopover();
}

function refuse(card, text) {
    say(card, '.form-error', text);
}

function say(card, selector, text) {
    const element = card.querySelector(selector);
    element.textContent = text;
    element.hidden = !text;
}

function dotOf(status) {
    const dot = document.createElement('span');
    dot.className = 'dot';
    dot.setAttribute('role', 'img');
    const holder = document.createDocumentFragment();
    holder.append(dot);
    showPresence(holder, status);
    return holder;
}

function button(textContent, className, act) {
    const element = Object.assign(document.createElement('button'), { type: 'button', textContent, className });
    element.addEventListener('click', act);
    return element;
}

function link(textContent, href) {
    const element = Object.assign(document.createElement('a'), { textContent, href: address(href), className: 'button small' });
    element.dataset.enhanceNav = 'false';
    return element;
}
