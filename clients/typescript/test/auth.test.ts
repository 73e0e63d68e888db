import { afterEach, expect, inject, test, vi } from 'vitest';
import { ChatClient, signIn, withTokensFrom } from '../src/index.js';
import { signUp } from './support/people.js';

const address = inject('address');

afterEach(() => vi.useRealTimers());

test('A token is renewed before it runs out, once for all who ask', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let tokens = 0;
    const auth = withTokensFrom(async () => ({ access_token: `${++tokens}`, expires_in: 100 }));
    expect(await Promise.all([auth.token(), auth.token(), auth.token()])).toEqual(['1', '1', '1']);
    vi.setSystemTime(Date.now() + 79_000);
    expect(await auth.token()).toBe('1');
    vi.setSystemTime(Date.now() + 2_000);
    expect(await Promise.all([auth.token(), auth.token()])).toEqual(['2', '2']);
    expect(await Promise.all([auth.token('2'), auth.token('2')])).toEqual(['3', '3']);
});

test('A token that cannot be renewed yet is used until it runs out', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    let tokens = 0;
    const auth = withTokensFrom(async () => {
        if (tokens++) throw new TypeError('fetch failed');
        return { access_token: 'only', expires_in: 100 };
    });
    await auth.token();
    vi.setSystemTime(Date.now() + 99_000);
    expect(await auth.token()).toBe('only');
    vi.setSystemTime(Date.now() + 2_000);
    await expect(auth.token()).rejects.toMatchObject({ status: 0, code: 'unreachable', mayPass: true });
});

test('When a token runs out is read from the token itself', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const jwt = (life: number) => `e30.${Buffer.from(JSON.stringify({ iat: 5000, exp: 5000 + life })).toString('base64url')}.x`;
    let tokens = 0;
    const auth = withTokensFrom(async () => jwt(++tokens * 10));
    await auth.token();
    vi.setSystemTime(Date.now() + 7_000);
    expect(await auth.token()).toBe(jwt(10));
    vi.setSystemTime(Date.now() + 2_000);
    expect(await auth.token()).toBe(jwt(20));
});

test('Signing in says why it is refused, and a refresh token signs in again', async () => {
    await expect(signIn(address, { username: 'nobody', password: 'wrong wrong wrong' })).rejects.toMatchObject({ status: 401 });
    const { name, auth } = await signUp(address, 'ada');
    const kept: string[] = [];
    const again = await signIn(address, { refresh_token: auth.refreshToken }, { onRefreshToken: token => kept.push(token) });
    expect((await new ChatClient({ url: address, auth: again }).me()).username).toBe(name);
    await again.token(await again.token());
    expect(kept).toHaveLength(2);
    expect(again.refreshToken).toBe(kept[1]);
    await expect(signIn(address, { refresh_token: kept[0]! })).rejects.toMatchObject({ status: 401 });
});

test('Where no chat is, it says so', async () => {
    await expect(signIn('http://127.0.0.1:9', { username: 'a', password: 'b' })).rejects.toMatchObject({ status: 0, code: 'unreachable' });
});
