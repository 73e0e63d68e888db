import { address, request } from '../base/api.js';
import { Backoff } from '../base/backoff.js';

const backoff = new Backoff();

/** These pages need their circuit: it is resumed or replaced by a new one, or, if signed out, the sign-in page opens. */
export const reconnectionHandler = {
    async onConnectionDown() {
        say('Reconnecting… What you see may be old.');
        while (!await getBack()) await new Promise(done => setTimeout(done, backoff.next()));
    },
    onConnectionUp() {
        backoff.reset();
        say('');
    },
};

async function getBack() {
    const { status } = await request('GET', '/auth/me');
    if (status === 401) location.assign(address(`/account/login?returnUrl=${encodeURIComponent(location.pathname)}`));
    else if (status !== 200) return false;
    else if (!await Blazor.reconnect().catch(() => false)) location.reload();
    return true;
}

function say(text) {
    const bar = document.getElementById('connection');
    bar.hidden = !text;
    bar.textContent = text;
}
