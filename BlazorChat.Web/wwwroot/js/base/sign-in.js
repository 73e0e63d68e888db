import { address } from './api.js';

/** A link to the page for signing in, which leads back here. */
export function signInLink() {
    const href = address(`/account/login?returnUrl=${encodeURIComponent(location.pathname + location.search)}`);
    const link = Object.assign(document.createElement('a'), { href, textContent: 'Sign in' });
    link.dataset.enhanceNav = 'false';
    return link;
}
