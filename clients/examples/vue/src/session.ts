import { ChatClient, signIn, type Credentials } from '@blazorchat/client';

const KEY = 'chat-session';

interface Session {
    url: string;
    refresh_token: string;
}

/** Where the chat is, unless another address is given when signing in. */
export const chatUrl: string = import.meta.env.VITE_CHAT_URL ?? 'http://localhost:5080';

/** Signs in, and remembers it for as long as this tab is open. */
export async function enter(url: string, credentials: Credentials): Promise<ChatClient> {
    const keep = (refresh_token: string) => sessionStorage.setItem(KEY, JSON.stringify({ url, refresh_token } satisfies Session));
    return new ChatClient({ url, auth: await signIn(url, credentials, { onRefreshToken: keep }) });
}

/** Goes on with the sign-in from before the page was loaded again; null if there is none, or it has ended. */
export async function resume(): Promise<ChatClient | null> {
    const kept = sessionStorage.getItem(KEY);
    if (!kept) return null;
    const { url, refresh_token } = JSON.parse(kept) as Session;
    sessionStorage.removeItem(KEY); // a refresh token serves once
    return enter(url, { refresh_token }).catch(() => null);
}

export async function leave(client: ChatClient): Promise<void> {
    sessionStorage.removeItem(KEY);
    await client.signOut().catch(() => {}); // signed out here in any case
}
