import { describedBy, drawNow, isFresh, isOutdated, pageSettles } from './drawn.js';
import { SeenEvents } from './seen-events.js';

/** The circuit's id at the server; null before the first one. @type {string | null} */
let id = null;
let isReconnecting = false;
let lastBatch = 1;
const seenEvents = new SeenEvents();
/** @type {CircuitLine | null} */
let line = null;
let isThere = () => {};
const there = new Promise(done => isThere = () => done());

/**
 * Blazor starts a circuit with the page and keeps it; where a node has lost one, it knows nothing else but to load the page
 * again. Here the connection is wrapped: Blazor takes it for open, and it sleeps until somebody reaches for what needs a
 * circuit. Then a new one begins for the islands that stand on the page.
 * @param {any} builder of the connection that circuits use
 */
export function wrapLine(builder) {
    const build = builder.build.bind(builder);
    builder.build = () => {
        line = new CircuitLine(build(), isReconnecting);
        isThere();
        return line.connection;
    };
}

/** Begins a circuit. Throws where the server cannot be reached, or lets nobody in. */
export async function beginCircuit() {
    await there; // somebody may be quicker than Blazor
    await line.begin();
}

/** Gives the circuit up, at the server as well. */
export const endCircuit = () => line.end();

/** @param {() => Promise<boolean>} reconnect asks for the same circuit, on a new connection */
export async function reconnecting(reconnect) {
    isReconnecting = true;
    try {
        return await reconnect();
    } finally {
        isReconnecting = false;
    }
}

class CircuitLine {
    #real;
    #isAsleep;
    /** @type {Promise<import('./drawn.js').Drawn> | null} */
    #drawn = null;
    /** @type {Promise<string> | null} */
    #starting = null;
    #began = (/** @type {string} */ _) => {};
    #render = (/** @type {number} */ _, /** @type {Uint8Array} */ __) => {};

    constructor(connection, isAwake) {
        const [{ start, invoke, send, stop, on }, { get: state }] = [connection, propertyOf(connection, 'state')];
        this.connection = connection;
        this.#isAsleep = !isAwake;
        this.#real = {
            start: start.bind(connection), invoke: invoke.bind(connection), send: send.bind(connection), stop: stop.bind(connection),
            state: state.bind(connection),
        };
        Object.defineProperty(connection, 'state', { get: () => this.#isAsleep ? 'Connected' : this.#real.state() });
        connection.start = async () => this.#isAsleep || this.#real.start();
        connection.stop = async () => this.#isAsleep || this.#real.stop();
        connection.on = (name, act) => on.call(connection, name, name === 'JS.RenderBatch' ? this.#renders(act) : act);
        connection.invoke = (method, ...args) => this.#invoke(method, args);
        connection.send = (method, ...args) => this.#send(method, args);
    }

    async begin() {
        await pageSettles();
        this.#drawn = id === null && isFresh() ? null : drawNow();
        await Promise.all([this.#drawn, this.#real.state() === 'Disconnected' && this.#real.start()]);
        this.#isAsleep = false; // the server speaks before it answers
        try {
            this.#starting = this.#real.invoke('StartCircuit', document.baseURI, location.href, '[]', '');
            id = await this.#starting;
            if (!id) throw new Error('The server began no circuit.');
        } catch (error) {
            this.#isAsleep = true;
            throw error;
        }
        this.#began(id);
    }

    async end() {
        if (this.#isAsleep) return;
        const form = new FormData();
        form.set('circuitId', id);
        navigator.sendBeacon(new URL('_blazor/disconnect', document.baseURI), form);
        await this.#real.stop();
    }

    #invoke(method, args) {
        if (method === 'StartCircuit') return this.#isAsleep ? new Promise(resolve => this.#began = resolve) : this.#starting;
        if (method === 'ResumeCircuit') {
            this.#isAsleep = true;
            if (lastBatch > 1) this.#render(lastBatch + 1, seenEvents.forget());
            lastBatch = 1;
            return Promise.resolve(args[0]);
        }
        return this.#real.invoke(method, ...(method === 'ConnectCircuit' ? [id] : args));
    }

    #renders(act) {
        this.#render = act;
        return (number, batch) => {
            lastBatch = Math.max(lastBatch, number);
            seenEvents.see(batch);
            return act(number, batch);
        };
    }

    async #send(method, args) {
        if (this.#isAsleep) return; // what is meant for a circuit that is gone
        const drawn = method === 'UpdateRootComponents' && await this.#drawn;
        if (!drawn) return this.#real.send(method, ...args);
        this.#drawn = null;
        if (isOutdated(drawn)) return this.#real.send(method, ...args); // what the page says of its islands is newer
        return this.#real.send(method, JSON.stringify(describedBy(JSON.parse(args[0]), drawn)), drawn.state);
    }
}

function propertyOf(object, name) {
    for (let one = object; one; one = Object.getPrototypeOf(one)) {
        const property = Object.getOwnPropertyDescriptor(one, name);
        if (property) return property;
    }
}
