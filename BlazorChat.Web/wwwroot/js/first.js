// Before the first paint, so that no page flashes in the other theme.
(() => {
    let theme = null;
    try {
        theme = localStorage.getItem('theme');
    } catch {
        // Storage is forbidden: the system decides.
    }
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
})();

// Browsers have crypto.randomUUID only on pages that came by https or from the same machine. A chat in one's own network often comes by plain http.
crypto.randomUUID ??= () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 0x0f | 0x40; // the version: made of random numbers (RFC 9562)
    bytes[8] = bytes[8] & 0x3f | 0x80;
    const digits = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
    return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};

// What somebody sends before the composer's script is there is kept where the outbox keeps what is not sent yet, and finds it.
(() => {
    let last = 0;
    const composerOf = element => customElements.get('chat-composer') ? null : element.closest?.('chat-composer');
    document.addEventListener('keydown', event => {
        const composer = composerOf(event.target);
        if (!composer || event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
        if (event.target.matches('textarea')) send(composer, event);
    }, { capture: true });
    document.addEventListener('submit', event => {
        const composer = composerOf(event.target);
        if (composer) send(composer, event);
    }, { capture: true });

    function send(composer, event) {
        event.preventDefault();
        const { me, room, limit, thread } = composer.dataset;
        const area = composer.querySelector('textarea');
        const text = area.value.trimEnd().replace(/^(?:\s*\n)+/, '');
        if (!text || [...text].length > limit) return; // the script says what is wrong with it
        const entry = { clientId: crypto.randomUUID(), room, text, replyTo: null, thread, alsoInRoom: composer.querySelector('.also input')?.checked, at: last = Math.max(Date.now(), last + 1), state: 'pending', again: false, isEarly: true };
        try {
            localStorage.setItem(`blazorchat-outbox-${me}-${room}-${entry.clientId}`, JSON.stringify(entry));
        } catch {
            return; // full or forbidden: the text stays in the field
        }
        area.value = '';
        composer.querySelector('.notice').textContent = 'It goes out in a moment.';
    }
})();

// A form whose button is pressed twice is sent once: an account would be made, and the page would say that its name is taken.
(() => {
    const SOON = 5_000;
    const sentAt = new WeakMap();
    document.addEventListener('submit', event => {
        const { target: form, timeStamp } = event;
        if (form.method !== 'post' || event.defaultPrevented) return;
        if (timeStamp - sentAt.get(form) < SOON) event.preventDefault();
        else sentAt.set(form, timeStamp);
    });
})();
