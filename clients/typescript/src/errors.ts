/** A request that failed: refused by the server, or not answered at all. */
export class ChatError extends Error {
    override readonly name = 'ChatError';

    /**
     * @param status The HTTP status; 0 if no answer came.
     * @param code The server's stable code (`not_found`, `invalid`, ...); `unreachable` if no answer came, `unexpected` if the
     *     answer was not the chat's own.
     * @param message A sentence for a person.
     * @param errors What is wrong with each field, by its name.
     * @param retryAfter Seconds after which the server wants to be asked again; null if it does not say.
     */
    constructor(
        readonly status: number,
        readonly code: string,
        message: string,
        readonly errors: Readonly<Record<string, readonly string[]>> = {},
        readonly retryAfter: number | null = null,
        cause?: unknown,
    ) {
        super(message, { cause });
    }

    /** Whether the same request may succeed later: it was not refused, it did not get through. */
    get mayPass(): boolean {
        return this.status === 0 || this.status === 408 || this.status === 429 || (this.status >= 500 && this.status !== 507);
    }

    /** Whether the server does not know who asks: the token has expired, or the sign-in was ended. */
    get isSignedOut(): boolean {
        return this.status === 401;
    }
}

/** Reads why the server refused. */
export async function errorOf(response: Response): Promise<ChatError> {
    const text = await response.text().catch(() => '');
    const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
    const retryAfter = Number.isNaN(seconds) ? null : seconds;
    const problem = problemIn(text);
    const [first] = Object.values(problem.errors ?? {}).flat();
    const says = first ?? problem.detail ?? problem.title ?? `The server answered ${response.status}.`;
    return new ChatError(response.status, problem.code ?? 'unexpected', says, problem.errors, retryAfter);
}

/** What went wrong, as a `ChatError`. */
export function asChatError(error: unknown): ChatError {
    if (error instanceof ChatError) return error;
    return new ChatError(0, 'unreachable', 'The chat cannot be reached.', {}, null, error);
}

interface Problem {
    code?: string;
    title?: string;
    detail?: string;
    errors?: Record<string, string[]>;
}

function problemIn(text: string): Problem {
    try {
        const read: unknown = JSON.parse(text);
        return read && typeof read === 'object' ? read : {};
    } catch {
        return {}; // an error page of something between the server and us
    }
}
