import type { ChatClient, ChatError } from '@blazorchat/client';
import { useState, type FormEvent } from 'react';
import { chatUrl, enter } from './session';

export function SignIn({ onEnter }: { onEnter: (client: ChatClient) => void }) {
    const [error, setError] = useState('');
    const [busy, setBusy] = useState(false);

    async function submit(event: FormEvent<HTMLFormElement>) {
        event.preventDefault();
        const { url, username, password } = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
        setBusy(true);
        try {
            onEnter(await enter(url!, { username: username!, password: password! }));
        } catch (error) {
            setError((error as ChatError).message);
            setBusy(false);
        }
    }

    return (
        <form className="door" onSubmit={submit}>
            <h1>A room, by React</h1>
            <label>Chat<input name="url" type="url" required defaultValue={chatUrl} /></label>
            <label>Username<input name="username" required autoComplete="username" autoFocus /></label>
            <label>Password<input name="password" type="password" required autoComplete="current-password" /></label>
            {error && <p role="alert">{error}</p>}
            <button disabled={busy}>Sign in</button>
        </form>
    );
}
