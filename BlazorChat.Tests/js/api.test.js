import assert from 'node:assert/strict';
import { test } from 'node:test';
import { request, sentence } from '../../BlazorChat.Web/wwwroot/js/base/api.js';

const answering = (body, init) => ({ fetch: async () => new Response(body, init) });

test('an answer is read with its status', async () => {
    const { ok, status, body } = await request('GET', '/auth/me', undefined, answering('{"user_id":"1"}', { status: 200 }));
    assert.deepEqual({ ok, status, body }, { ok: true, status: 200, body: { user_id: '1' } });
});

test('an answer without a body has none', async () => {
    assert.equal((await request('DELETE', '/x', undefined, answering(null, { status: 204 }))).body, null);
});

test('a page of something between us and the server is no body either', async () => {
    const { status, body } = await request('GET', '/x', undefined, answering('<html>', { status: 502 }));
    assert.deepEqual([status, body], [502, null]);
});

test('how long to wait is told in seconds', async () => {
    const { retryAfter } = await request('POST', '/x', {}, answering('{}', { status: 429, headers: { 'Retry-After': '3' } }));
    assert.equal(retryAfter, 3);
});

test('without a network the status is zero', async () => {
    const fetch = async () => {
        throw new TypeError('Failed to fetch');
    };
    assert.equal((await request('GET', '/x', undefined, { fetch })).status, 0);
});

test('a person is told the first error of a field, else the detail', () => {
    assert.equal(sentence({ status: 400, body: { detail: 'Invalid.', errors: { message: ['A message cannot be empty.'] } } }),
        'A message cannot be empty.');
    assert.equal(sentence({ status: 403, body: { detail: 'This room is archived.' } }), 'This room is archived.');
    assert.equal(sentence({ status: 401, body: { code: 'not_signed_in', detail: 'Sign in first: by cookie, or with a bearer token from /auth/token.' } }),
        'You are signed out.');
    assert.equal(sentence({ status: 401, body: { code: 'passkey_refused', detail: 'This passkey is not known here.' } }), 'This passkey is not known here.');
    assert.equal(sentence({ status: 0, body: null }), 'The chat cannot be reached.');
    assert.equal(sentence({ status: 502, body: null }), 'The server answered 502.');
});
