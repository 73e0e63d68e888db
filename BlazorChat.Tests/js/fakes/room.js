import { elementFrom, look } from './dom.js';
import { mock } from 'node:test';
import { settled } from './clock.js';
import { articles, pageHtml } from './messages.js';
import { FakeServer } from './server.js';

export const server = new FakeServer();
// The modules take these as they find them.
globalThis.EventSource = server.EventSource;
globalThis.fetch = server.fetch;
document.head.append(elementFrom(`<meta name="chat-events" content="${[...server.eventNames(), 'reaction', 'profile', 'block', 'message_deleted', 'pin', 'read', 'saved'].join(' ')}">`));

const { ChatTimeline } = await import('../../../BlazorChat.Web/wwwroot/js/timeline/chat-timeline.js');
const { outboxOf } = await import('../../../BlazorChat.Web/wwwroot/js/outbox/sending.js');
customElements.define('chat-timeline', ChatTimeline);

const MESSAGE = 100; // pixels

let rooms = 0;
let position = 0;

/** A room on Ada's screen, as the server drew it, and what is told of it. Three messages fill the screen. */
export class Room {
    id = `room-${++rooms}`;
    timeline;

    /** @param {HTMLElement[]} shown @param {object} data attributes of the element */
    static async open(shown, { hasMore = false, hasNewer = false, ...data } = {}) {
        const room = new Room();
        look(true);
        server.requests = [];
        server.answers(`POST /chat/room/${room.id}/`, { status: 204 });
        server.answers('GET /chat/blocks', { body: { users: [] } });
        server.answers('GET /chat/saved?limit=200', { body: { messages: [], has_more: false } });
        room.timeline = elementFrom(`<chat-timeline id="timeline" tabindex="0">${pageHtml(shown, { hasMore, hasNewer })}</chat-timeline>`);
        Object.assign(room.timeline.dataset, {
            room: room.id, roomName: 'General', kind: 'public', me: 'ada', username: 'ada', displayName: 'Ada', member: 'true',
            mayPost: 'true', mayModerate: 'false', blocked: '', read: String(shown.length), cursor: room.cursor, ...data,
        });
        layOut(room.timeline);
        document.body.replaceChildren(elementFrom('<div id="announcer"></div>'), room.timeline);
        server.ready(room.cursor, { rooms: [room.id] });
        await settled();
        return room;
    }

    get cursor() {
        return `e-${position}`;
    }

    get articles() {
        return [...this.timeline.querySelectorAll('.items > .message')];
    }

    /** Of each message its number, or what was written of one on its way. */
    get shown() {
        return this.articles.map(one => one.dataset.number ? Number(one.dataset.number) : one.querySelector('.text').textContent);
    }

    /** Which messages stand right below the line "New". */
    get firstNew() {
        return [...this.timeline.querySelectorAll('.new-line')].map(line => Number(line.nextElementSibling.dataset.number));
    }

    get pill() {
        return this.timeline.nextElementSibling.querySelector('.pill');
    }

    /** What the buttons over the timeline's end say. */
    get pills() {
        return [...this.timeline.nextElementSibling.querySelectorAll('button')].filter(one => !one.hidden).map(one => one.textContent);
    }

    press(words) {
        [...this.timeline.nextElementSibling.querySelectorAll('button')].find(one => one.textContent.includes(words)).click();
    }

    /** Of the messages in view the first and the last one. */
    get inView() {
        const seen = this.articles.filter(one => one.getBoundingClientRect().bottom > 0 && one.getBoundingClientRect().top < 3 * MESSAGE);
        return [seen[0], seen.at(-1)].map(one => Number(one.dataset.number));
    }

    find(number) {
        return this.articles.find(({ dataset }) => dataset.id === `m${number}`);
    }

    textOf(number) {
        return this.find(number).querySelector('.text').textContent;
    }

    /** An event of this room, a tenth of a second after the one before. */
    async tell(name, data) {
        await this.tellAll([data], name);
    }

    /** Many of them, one right after the other. */
    async tellAll(events, name = 'message') {
        mock.timers.tick(100);
        for (const data of events) {
            position++;
            server.send(name, { ...data, room_id: this.id }, this.cursor);
        }
        for (let frames = 0; frames < 6; frames++) await settled();
    }

    /** An event of another room, or of none. */
    async tellElsewhere(name, data) {
        mock.timers.tick(100);
        position++;
        server.send(name, data, this.cursor);
        await settled();
    }

    /** What the server answers from now on when this part of the room is asked for. */
    answers(query, shown, what) {
        server.answers(`GET /chat/room/${this.id}/history?limit=50${query}`,
            { html: pageHtml(shown, { cursor: this.cursor, ...what }) });
    }

    /** The same for all that comes after a message, page by page. */
    answersAfter(number, last, what) {
        for (let from = number; from < last; from += 50)
            this.answers(`&after=m${from}`, articles(from + 1, Math.min(from + 50, last), what), { hasMore: from + 50 < last });
    }

    /** What it is told is read or unread. */
    marks(which) {
        return server.asked(`POST /chat/room/${this.id}/${which}`).map(({ body }) => body.message_id);
    }

    send(text) {
        return outboxOf('ada').add(this.id, text);
    }

    async scrollTo(top) {
        this.timeline.scrollTop = top;
        this.timeline.dispatchEvent(new Event('scroll'));
        await settled();
    }
}

// Boxes run upwards: 0 is the bottom, what is above it is negative.
function layOut(timeline) {
    const height = () => timeline.querySelectorAll('.message').length * MESSAGE;
    const rect = (top, bottom) => ({ top, bottom, left: 0, right: 0, width: 0, height: bottom - top });
    Object.defineProperties(timeline, {
        clientHeight: { get: () => 3 * MESSAGE },
        scrollHeight: { get: height },
    });
    timeline.getBoundingClientRect = () => rect(0, timeline.clientHeight);
    HTMLElement.prototype.getBoundingClientRect = function () {
        const place = this.closest('chat-timeline');
        const top = place.clientHeight - place.scrollHeight - place.scrollTop + [...place.querySelectorAll('.message')].indexOf(this) * MESSAGE;
        return rect(top, top + MESSAGE);
    };
    HTMLElement.prototype.scrollIntoView = function () {
        const place = this.closest('chat-timeline');
        if (place) place.scrollTop += this.getBoundingClientRect().top;
    };
}
