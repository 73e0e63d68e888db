import type { Auth } from './auth.js';
import { asChatError, errorOf } from './errors.js';

/** What a request may carry. */
export interface RequestOptions {
    /** A form or bytes as they are, all else as JSON. */
    body?: unknown;
    signal?: AbortSignal | undefined;
    headers?: Record<string, string>;
}

/** Asks the chat's HTTP interface, signed by the token of the moment. */
export class Http {
    readonly url: string;
    #auth: Auth;
    #patience: number;
    #fetch: typeof fetch;

    /** @param patience How long to wait for the answer to a request, in milliseconds. */
    constructor(url: string, auth: Auth, patience: number, fetcher: typeof fetch = (...args) => fetch(...args)) {
        this.url = url.replace(/\/+$/, '');
        this.#auth = auth;
        this.#patience = patience;
        this.#fetch = fetcher;
    }

    /**
     * @returns The answer's JSON; undefined if it has none.
     * @throws {ChatError} If it was refused, or no answer came.
     */
    async request<T = void>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
        // Bytes take the time they take.
        const signals = [options.signal, options.body instanceof Blob ? undefined : AbortSignal.timeout(this.#patience)];
        const signal = AbortSignal.any(signals.filter(one => !!one));
        try {
            const text = await (await this.open(method, path, { ...options, signal })).text();
            return (text ? JSON.parse(text) : undefined) as T;
        } catch (error) {
            throw options.signal?.aborted ? options.signal.reason : asChatError(error);
        }
    }

    /** Like `request`, for answers that are no JSON. */
    async open(method: string, path: string, options: RequestOptions = {}): Promise<Response> {
        const token = await this.#token();
        let response = await this.#send(method, path, options, token);
        // The token may have run out on the way, or its sign-in may have ended: only another one can tell.
        if (response.status === 401) response = await this.#send(method, path, options, await this.#token(token));
        if (!response.ok) throw await errorOf(response);
        return response;
    }

    async #token(refused?: string): Promise<string> {
        try {
            return await this.#auth.token(refused);
        } catch (error) {
            throw asChatError(error);
        }
    }

    async #send(method: string, path: string, { body, signal, headers }: RequestOptions, token: string): Promise<Response> {
        const isRaw = body === undefined || body instanceof FormData || body instanceof Blob;
        const request: RequestInit = {
            method,
            headers: {
                Accept: 'application/json', ...(!isRaw && { 'Content-Type': 'application/json' }), ...headers,
                Authorization: `Bearer ${token}`,
            },
            credentials: 'omit',
            cache: 'no-store',
            body: isRaw ? body as BodyInit ?? null : JSON.stringify(body),
            signal: signal ?? null,
        };
        try {
            return await this.#fetch(this.url + path, request);
        } catch (error) {
            throw signal?.aborted ? signal.reason : asChatError(error);
        }
    }
}
