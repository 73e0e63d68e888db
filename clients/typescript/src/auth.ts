import { asChatError, ChatError, errorOf } from './errors.js';

/** Brings the token with which requests are signed. */
export interface Auth {
    /**
     * @param refused The token that the server has just refused: another one is needed.
     * @returns A token that is good now.
     */
    token(refused?: string): Promise<string>;
}

/** A token as `POST /auth/token` answers it; `expires_in` is in seconds. */
export interface FreshToken {
    access_token: string;
    expires_in: number;
}

/** Uses one token as it is, for example an access token (`bc_pat_...`). */
export function withToken(token: string): Auth {
    return {
        async token(refused) {
            if (refused === token) throw new ChatError(401, 'token_refused', 'The token is refused.');
            return token;
        },
    };
}

/**
 * Asks for tokens when they are needed, and for the next one before the present one runs out.
 * @param fetchToken Brings a new token, say from a server of your own. When a token runs out is read from `expires_in`, or from
 *     the token itself if it is a JWT. To say that the person is signed out, throw a `ChatError` with status 401.
 */
export function withTokensFrom(fetchToken: () => Promise<string | FreshToken>): Auth {
    let value = '';
    let [renewAt, runsOutAt] = [0, 0];
    let renewing: Promise<string> | null = null;

    async function renew(refused?: string): Promise<string> {
        try {
            const fresh = await fetchToken();
            const [token, life] = typeof fresh === 'string' ? [fresh, lifeOf(fresh)] : [fresh.access_token, fresh.expires_in];
            runsOutAt = Date.now() + life * 1000;
            renewAt = runsOutAt - Math.min(60, life * 0.2) * 1000;
            return (value = token);
        } catch (error) {
            const why = asChatError(error);
            // It is renewed early, so that there is time to try again.
            if (why.mayPass && value !== refused && Date.now() < runsOutAt) return value;
            throw why;
        }
    }

    return {
        async token(refused) {
            if (value !== refused && Date.now() < renewAt) return value;
            // However many ask for it, it is renewed once at a time.
            return (renewing ??= renew(refused).finally(() => (renewing = null)));
        },
    };
}

/** Who signs in: a name and a password, with a code where the second factor is on; or what an earlier sign-in left. */
export type Credentials =
    | { username: string; password: string; code?: string; recovery_code?: string }
    | { refresh_token: string };

/** A sign-in of a person. It renews itself until it is ended. */
export interface SignIn extends Auth {
    /** What signs in again later, once: keep it where only this person's programs can read it. */
    readonly refreshToken: string;
}

/** How `signIn` asks. */
export interface SignInOptions {
    /** Called with each new refresh token, which replaces the one before. */
    onRefreshToken?: (refreshToken: string) => void;
    /** Used instead of the global `fetch`. */
    fetch?: typeof fetch;
}

/**
 * Signs a person in.
 * @param url Where the chat is, `https://chat.example.org` or `https://example.org/chat-app`.
 * @throws {ChatError} With the server's code, for example `two_factor_required`.
 */
export async function signIn(url: string, credentials: Credentials, options: SignInOptions = {}): Promise<SignIn> {
    let refreshToken = '';
    const { token } = withTokensFrom(async () => {
        const by = refreshToken ? { refresh_token: refreshToken } : credentials;
        const answer = await (options.fetch ?? fetch)(`${url.replace(/\/+$/, '')}/auth/${'refresh_token' in by ? 'refresh' : 'token'}`, {
            method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(by), credentials: 'omit',
        });
        if (!answer.ok) throw await errorOf(answer);
        const fresh = await answer.json() as FreshToken & { refresh_token: string };
        refreshToken = fresh.refresh_token;
        options.onRefreshToken?.(refreshToken);
        return fresh;
    });
    await token();
    return {
        token,
        get refreshToken() {
            return refreshToken;
        },
    };
}

// The seconds that a JWT is good for. Its own two times are compared: our clock may be wrong.
function lifeOf(token: string): number {
    try {
        const { exp, iat } = JSON.parse(atob(token.split('.')[1]!.replaceAll('-', '+').replaceAll('_', '/'))) as { exp: number; iat?: number };
        return exp - (iat ?? Date.now() / 1000);
    } catch {
        return 1e9; // not a JWT: good until it is refused
    }
}
