import { requestHtml } from '../base/api.js';

/** @typedef {{ components: Map<string, any>, state: string }} Drawn what a page drawn now says of its islands: each by its key, and the state that they share */

/**
 * Where a circuit is gone with its node, Blazor asks in vain to resume it, and knows nothing else but to load the page again.
 * Here the same connection then starts a new circuit for the islands that stand on the page: they are drawn again in their
 * places, and all else stays as it is. What describes an island serves for five minutes only, so the page is asked for
 * once more.
 * @param {any} builder of the connection that circuits use
 */
export function startsNewCircuits(builder) {
    const build = builder.build.bind(builder);
    builder.build = () => beginning(build());
}

function beginning(connection) {
    const { invoke, send } = connection;
    /** @type {Drawn | null} */
    let drawn = null;
    connection.invoke = async (method, ...args) => {
        const circuit = await invoke.call(connection, method, ...args);
        if (method !== 'ResumeCircuit' || circuit) return circuit;
        drawn = await drawNow(connection);
        const [, base, address] = args;
        return drawn && invoke.call(connection, 'StartCircuit', base, address, '[]', '');
    };
    connection.send = (method, ...args) => {
        if (method !== 'UpdateRootComponents' || !drawn) return send.call(connection, method, ...args);
        const { state } = drawn;
        const batch = withDescriptions(JSON.parse(args[0]), drawn.components);
        drawn = null;
        return send.call(connection, method, JSON.stringify(batch), state);
    };
    return connection;
}

async function drawNow(connection) {
    const answer = await requestHtml(location.pathname + location.search);
    if (answer.status === 0) {
        await connection.stop();
        throw new Error('The page could not be asked for.');
    }
    return answer.ok ? readIslands(new DOMParser().parseFromString(answer.html, 'text/html')) : null;
}

/** @returns {Drawn} */
function readIslands(page) {
    const comments = page.createNodeIterator(page, NodeFilter.SHOW_COMMENT);
    const components = new Map();
    let state = '';
    for (let comment = comments.nextNode(); comment; comment = comments.nextNode()) {
        const [, kind, value] = /^\s*(Blazor|Blazor-Server-Component-State):(.+)$/s.exec(comment.textContent ?? '') ?? [];
        const marker = kind === 'Blazor' && JSON.parse(value);
        if (marker?.descriptor) components.set(keyOf(marker), marker);
        else if (kind === 'Blazor-Server-Component-State') state = value;
    }
    return { components, state };
}

// What the page of now has no more (of someone who was signed out) stays as it is, and out of use.
function withDescriptions({ operations, ...batch }, components) {
    const described = ({ marker, ...operation }) => {
        const { descriptor, sequence } = components.get(keyOf(marker)) ?? {};
        return descriptor && { ...operation, marker: { ...marker, descriptor, sequence } };
    };
    return { ...batch, operations: operations.map(one => one.marker ? described(one) : one).filter(Boolean) };
}

const keyOf = marker => JSON.stringify([marker.key?.locationHash, marker.key?.formattedComponentKey]);
