import { Backoff } from '../base/backoff.js';
import { Connection } from './connection.js';
import { browser } from './environment.js';
import { Feed } from './feed.js';
import { Leadership } from './leader.js';
import { eventsOf, poll } from './polling.js';
import { Tabs } from './tabs.js';

const LEADER_PATIENCE = 3_000;
const STILL_THERE = 20_000;

/**
 * Brings this tab the events. All tabs of a browser share one connection, because plain HTTP/1.1 allows six to a host and a
 * seventh tab would hang. One tab leads: it holds the connection, and the others listen to it.
 */
export class Live {
    #environment;
    #listeners = new Set();
    #stateListeners = new Set();
    #state = 'connecting';
    #user;
    #room = null;
    #feed = null;
    #connection = null;
    #tabs = null;
    #leadership = null;
    #awaitingLeader = [];
    #doubt;

    /** @param {import('./environment.js').Environment} environment */
    constructor(environment = browser) {
        this.#environment = environment;
    }

    /** @returns {import('./connection.js').ConnectionState} */
    get state() {
        return this.#state;
    }

    /**
     * Begins, the first time it is called.
     * @param {object} page
     * @param {string} page.user whose page it is
     * @param {string | null} page.cursor what the page shows already
     * @param {string | null} page.watch the room it shows
     */
    start({ user, cursor, watch }) {
        if (this.#feed) return;
        this.#user = user;
        this.#room = watch;
        this.#feed = this.#feedFor(cursor, event => this.#tell(event));
        const { locks, openChannel } = this.#environment;
        if (!locks || !openChannel) return this.#lead();

        this.#tabs = new Tabs(openChannel(`blazorchat-live-${user}`), {
            onChange: kind => this.#othersChanged(kind),
            onLeading: leader => this.#follow(leader),
            onEvent: event => this.#connection || this.#feed.offer(event),
            onState: state => this.#connection || this.#enter(state),
            onWake: () => this.#connection?.wake(),
        });
        this.#leadership = new Leadership(`blazorchat-live-${user}`, {
            onLead: () => this.#lead(),
            onLost: () => this.#giveUp(),
        }, locks);
        this.#leadership.stand();
        this.#feed.join(this.#lineWatches(watch));
        this.#tabs.hello(watch);
    }

    /**
     * @param {(event: import('./event-stream.js').LiveEvent) => void} listener
     * @param {string} [since] a cursor: the listener then gets all events after it, also those that this tab received
     *     before
     * @returns {() => void} ends it
     */
    subscribe(listener, since) {
        const feed = since ? this.#feedFor(since, listener) : null;
        const hear = feed ? event => feed.offer(event) : listener;
        feed?.join(this.#lineWatches(this.#room));
        this.#listeners.add(hear);
        return () => this.#listeners.delete(hear);
    }

    /**
     * Calls a handler for each event, by the event's name.
     * @param {Record<string, (data: any) => void>} handlers by event name; `other` is for all other events
     * @param {string} [since] as above
     * @returns {() => void} ends it
     */
    on(handlers, since) {
        return this.subscribe(({ name, data }) => (handlers[name] ?? handlers.other)?.(data), since);
    }

    /** @param {(state: import('./connection.js').ConnectionState) => void} listener told the present state at once */
    onState(listener) {
        this.#stateListeners.add(listener);
        listener(this.#state);
        return () => this.#stateListeners.delete(listener);
    }

    /** Resolves when somebody is signed in here: at once, unless the connection was refused. Before that, asking again is in vain. */
    signedIn() {
        return new Promise(done => {
            const look = state => {
                if (state === 'signed-out') return;
                this.#stateListeners.delete(look);
                done();
            };
            this.#stateListeners.add(look);
            look(this.#state);
        });
    }

    /** @param {string | null} room the room this tab looks at from now on */
    watch(room) {
        this.#room = room;
        this.#tabs?.look(room);
        this.#connection?.watch(this.#rooms);
    }

    /** The page is looked at again. */
    wake() {
        this.#connection?.wake();
        this.#tabs?.wake();
        this.checkLeader();
    }

    networkChanged() {
        this.#connection?.networkChanged();
    }

    /** Asks whether another tab still leads, and takes the lead if none answers. */
    checkLeader() {
        if (this.#connection || !this.#tabs) return;
        this.#tabs.hello(this.#room);
        this.#doubtLeader();
    }

    /** The tab closes. */
    leave() {
        this.#tabs?.bye();
    }

    get #rooms() {
        return this.#tabs?.rooms ?? new Set([this.#room].filter(Boolean));
    }

    #feedFor(cursor, deliver) {
        return new Feed({ cursor, deliver, fetchSince: from => this.#since(from) });
    }

    async #since(cursor) {
        const backoff = new Backoff(this.#environment.random);
        for (;;) {
            const { status, body } = await poll(cursor, { wait: 0, watch: [this.#room].filter(Boolean) }, this.#environment);
            if (status === 200 && body) return { events: eventsOf(body.events), cursor: body.cursor, hasMore: body.has_more };
            if (status === 401) return null;
            // Going on without these events would be a silent gap.
            await new Promise(done => this.#environment.setTimeout(done, backoff.next()));
        }
    }

    /** Resolves once the connection carries this room, with the cursor from which on it does. */
    #lineWatches(room) {
        if (this.#connection) return Promise.resolve(this.#connection.cursor);
        this.#tabs.look(room);
        this.#doubtLeader();
        return new Promise(resolve => this.#awaitingLeader.push({ room, resolve }));
    }

    #lead() {
        this.#environment.clearTimeout(this.#doubt);
        const { cursor } = this.#feed;
        this.#connection = new Connection({
            user: this.#user,
            cursor,
            watch: this.#rooms,
            onEvent: event => {
                this.#tabs?.event(event);
                this.#feed.offer(event);
            },
            onState: state => {
                this.#tabs?.state(state);
                this.#enter(state);
            },
        }, this.#environment);
        this.#tabs?.hello(this.#room); // of a tab that came while this one slept, it hears now
        this.#tabs?.leading(this.#leaderNow());
        this.#lineBegan(cursor, this.#rooms);
    }

    #giveUp() {
        this.#connection?.stop();
        this.#connection = null;
        this.checkLeader();
    }

    #othersChanged(kind) {
        if (!this.#connection) return;
        this.#connection.watch(this.#rooms);
        // A page that has just been loaded is signed in. So a connection that was refused may succeed now.
        if (kind === 'hello' && this.#state === 'signed-out') this.#connection.wake();
        this.#tabs.leading(this.#leaderNow());
    }

    #leaderNow() {
        return { rooms: [...this.#rooms], cursor: this.#connection.cursor, state: this.#connection.state };
    }

    #follow({ rooms, cursor, state }) {
        if (this.#connection) return;
        this.#environment.clearTimeout(this.#doubt);
        this.#doubt = this.#environment.setTimeout(() => this.checkLeader(), STILL_THERE);
        this.#enter(state);
        this.#lineBegan(cursor, new Set(rooms));
        this.#feed.missing(cursor);
    }

    #lineBegan(cursor, rooms) {
        const waiting = this.#awaitingLeader;
        const begun = ({ room }) => !room || rooms.has(room) || room !== this.#room;
        this.#awaitingLeader = waiting.filter(one => !begun(one));
        waiting.filter(begun).forEach(({ resolve }) => resolve(cursor));
    }

    #doubtLeader() {
        this.#environment.clearTimeout(this.#doubt);
        this.#doubt = this.#environment.setTimeout(() => this.#leadership.take(), LEADER_PATIENCE);
    }

    #tell(event) {
        for (const listener of [...this.#listeners]) listener(event);
    }

    #enter(state) {
        if (state === this.#state) return;
        this.#state = state;
        for (const listener of [...this.#stateListeners]) listener(state);
    }
}

export const live = new Live();
