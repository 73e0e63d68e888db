const KEY = 'blazorchat-notices';
const NONE = { on: false, sound: true, pausedUntil: 0, quietFrom: '', quietTo: '' };

/** @returns {import('./notice-rule.js').NoticeSettings} */
export function noticeSettings() {
    try {
        return { ...NONE, ...JSON.parse(localStorage.getItem(KEY)) };
    } catch {
        return NONE;
    }
}

function change(settings) {
    try {
        localStorage.setItem(KEY, JSON.stringify({ ...noticeSettings(), ...settings }));
    } catch {
        // Full or forbidden: it stays as it was.
    }
}

const PAUSES = {
    hour: () => Date.now() + 3_600_000,
    tomorrow: () => new Date().setHours(32, 0, 0, 0), // at eight
};

const CHANGES = {
    on: ({ checked }) => checked ? switchOn() : change({ on: false }),
    sound: ({ checked }) => change({ sound: checked }),
    pause: ({ value }) => change({ pausedUntil: PAUSES[value]?.() ?? 0 }),
    from: ({ value }) => change({ quietFrom: value }),
    to: ({ value }) => change({ quietTo: value }),
};

// Asked when somebody switches them on. A browser that was told no does not ask again, and neither do we.
async function isAllowed() {
    if (!globalThis.Notification) return false;
    return (Notification.permission === 'default' ? await Notification.requestPermission() : Notification.permission) === 'granted';
}

/** @returns {Promise<boolean>} whether notifications are on now */
export async function switchOn() {
    const on = await isAllowed();
    change({ on });
    return on;
}

/** The controls in the own corner. */
export function startNoticeSettings() {
    document.addEventListener('change', async ({ target }) => {
        const act = CHANGES[target.dataset?.notice];
        if (!act) return;
        await act(target);
        show(target.closest('.own-notices'));
    });
    document.addEventListener('toggle', ({ target }) => show(target.querySelector?.('.own-notices')), { capture: true });
}

function show(box) {
    if (!box) return;
    const { on, sound, pausedUntil, quietFrom, quietTo } = noticeSettings();
    const control = name => box.querySelector(`[data-notice=${name}]`);
    const isRefused = globalThis.Notification?.permission === 'denied' || !globalThis.Notification;
    [control('on').checked, control('on').disabled, control('sound').checked] = [on && !isRefused, isRefused, sound];
    [control('from').value, control('to').value] = [quietFrom, quietTo];
    if (pausedUntil <= Date.now()) control('pause').value = '';
    box.querySelector('[data-notice-refused]').hidden = !isRefused;
    const note = box.querySelector('[data-notice-paused]');
    note.hidden = pausedUntil <= Date.now();
    note.textContent = `Paused until ${new Date(pausedUntil).toLocaleString([], { weekday: 'short', hour: 'numeric', minute: '2-digit' })}`;
}
