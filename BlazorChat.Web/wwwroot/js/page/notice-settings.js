import { request } from '../base/api.js';
import { live } from '../live/live.js';
import { playNotice } from './notice-sound.js';

const KEY = 'blazorchat-notices';
const NONE = { on: false, sound: 'chime', pausedUntil: 0, quietFrom: '', quietTo: '' };

/**
 * Whether this browser shows notifications is its own; all else is kept with the account, and here for the next page.
 * @returns {import('./notice-rule.js').NoticeSettings}
 */
export function noticeSettings() {
    try {
        const kept = JSON.parse(localStorage.getItem(KEY)) ?? {};
        if (typeof kept.sound === 'boolean') kept.sound = kept.sound ? 'chime' : 'none'; // as earlier versions wrote it
        return { ...NONE, ...kept };
    } catch {
        return NONE;
    }
}

function keep(settings) {
    try {
        localStorage.setItem(KEY, JSON.stringify({ ...noticeSettings(), ...settings }));
    } catch {
        // Full or forbidden: it stays as it was.
    }
}

/** Keeps it with the account, too. */
async function change(settings) {
    keep(settings);
    const { sound, pausedUntil, quietFrom, quietTo } = noticeSettings();
    await request('PUT', '/chat/notices', { sound, paused_until: pausedUntil || null, quiet_from: quietFrom || null, quiet_to: quietTo || null });
}

/** @param {{ sound: string | null, quiet_from: string | null, quiet_to: string | null, paused_until: number | null }} account */
function follow({ sound, quiet_from, quiet_to, paused_until }) {
    keep({ sound, pausedUntil: paused_until ?? 0, quietFrom: quiet_from ?? '', quietTo: quiet_to ?? '' });
    show(document.querySelector('.own-notices'));
}

const isChosen = ({ sound, pausedUntil, quietFrom, quietTo }) => sound !== NONE.sound || pausedUntil > 0 || quietFrom !== '' || quietTo !== '';

/** Has this browser do as the account says, from now on; an account that says nothing yet takes over what was chosen here. */
export async function followAccount() {
    const ask = async () => {
        const { ok, body } = await request('GET', '/chat/notices');
        if (ok && body.sound) follow(body);
        else if (ok && isChosen(noticeSettings())) await change({});
    };
    live.on({ notices: follow, reset: ask });
    await ask();
}

const PAUSES = {
    hour: () => Date.now() + 3_600_000,
    tomorrow: () => new Date().setHours(32, 0, 0, 0), // at eight
};

const CHANGES = {
    on: ({ checked }) => checked ? switchOn() : keep({ on: false }),
    sound: ({ value }) => {
        playNotice(value);
        return change({ sound: value });
    },
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
    keep({ on });
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
    document.addEventListener('click', ({ target }) => target.closest?.('[data-notice-play]') && playNotice(noticeSettings().sound));
    document.addEventListener('toggle', ({ target }) => show(target.querySelector?.('.own-notices')), { capture: true });
}

function show(box) {
    if (!box) return;
    const { on, sound, pausedUntil, quietFrom, quietTo } = noticeSettings();
    const control = name => box.querySelector(`[data-notice=${name}]`);
    const isRefused = globalThis.Notification?.permission === 'denied' || !globalThis.Notification;
    [control('on').checked, control('on').disabled, control('sound').value] = [on && !isRefused, isRefused, sound];
    box.querySelector('[data-notice-play]').disabled = sound === 'none';
    for (const [name, value] of [['from', quietFrom], ['to', quietTo]])
        if (control(name) !== document.activeElement) control(name).value = value; // half a time is no value yet
    const hours = quietFrom && quietTo ? 'In the hours below' : 'Never';
    const none = control('pause').querySelector('option');
    if (none.textContent !== hours) none.textContent = hours; // what is open would close
    if (pausedUntil <= Date.now()) control('pause').value = '';
    box.querySelector('[data-notice-refused]').hidden = !isRefused;
    const note = box.querySelector('[data-notice-paused]');
    note.hidden = pausedUntil <= Date.now();
    note.textContent = `Paused until ${new Date(pausedUntil).toLocaleString([], { weekday: 'short', hour: 'numeric', minute: '2-digit' })}`;
}
