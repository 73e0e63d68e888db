// The page's passkeys: signing in by one, and adding one. Its forms say so by their data attributes.

import { request, sentence } from './base/api.js';

const REFUSED = 'No passkey was used. Try again, or use your password.';

const canSignIn = () => !!globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON;

let waiting = null;
// One after the other: the cookie that came last knows the challenge of the request that counts.
let asked = Promise.resolve();

/**
 * @param {'optional' | 'conditional'} mediation conditional: offered where the username is typed, until one is chosen
 * @returns {Promise<PublicKeyCredential>}
 */
async function ask(mediation) {
    waiting?.abort();
    const { signal } = waiting = new AbortController();
    const options = await (asked = asked.then(() => request('POST', '/auth/passkeys/request-options')));
    signal.throwIfAborted();
    if (!options.ok) throw new Error(sentence(options));
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options.body);
    return navigator.credentials.get({ publicKey, mediation, signal });
}

/** @param {HTMLFormElement} form */
async function signIn(form, mediation) {
    const error = form.querySelector('[data-passkey-error]');
    try {
        const credential = await ask(mediation);
        form.elements['Passkey.Credential'].value = JSON.stringify(credential);
        form.submit();
    } catch (failure) {
        if (mediation === 'conditional') return; // nobody chose one there
        if (failure.name === 'AbortError') return; // the button was pressed again
        error.textContent = failure.name === 'NotAllowedError' ? REFUSED : failure.message;
        error.hidden = false;
    }
}

/** @param {HTMLFormElement} form */
async function add(form) {
    const error = form.querySelector('[data-passkey-error]');
    error.hidden = true;
    const [name, password] = ['name', 'password'].map(field => form.elements[field].value);
    const options = await request('POST', '/auth/passkeys/creation-options', { password });
    if (!options.ok) return show(sentence(options));
    try {
        const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options.body);
        const credential = await navigator.credentials.create({ publicKey });
        const added = await request('POST', '/auth/passkeys', { name, credential: credential.toJSON() });
        if (!added.ok) return show(sentence(added));
        location.reload();
    } catch (failure) {
        show(failure.name === 'InvalidStateError' ? 'This device has a passkey for your account already.' : REFUSED);
    }

    function show(text) {
        error.textContent = text;
        error.hidden = false;
    }
}

const [door, adding] = ['[data-passkey-sign-in]', '[data-passkey-add]'].map(form => document.querySelector(form));

if (canSignIn()) {
    for (const form of [door, adding]) if (form) form.hidden = false;
    door?.addEventListener('submit', event => {
        event.preventDefault();
        signIn(door, 'optional');
    });
    adding?.addEventListener('submit', event => {
        event.preventDefault();
        add(adding);
    });
    if (door) offer();
}

async function offer() {
    // It must not interrupt someone who has pressed the button meanwhile.
    if (await PublicKeyCredential.isConditionalMediationAvailable?.() && !waiting) signIn(door, 'conditional');
}
