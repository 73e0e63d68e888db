const dark = matchMedia('(prefers-color-scheme: dark)');
const KEY = 'theme';

const chosen = () => document.documentElement.dataset.theme ?? 'system';
const present = () => document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light');

function mark() {
    for (const button of document.querySelectorAll('[data-theme-switch]'))
        button.setAttribute('aria-pressed', String(present() === 'dark'));
    for (const choice of document.querySelectorAll('[data-theme-choice]')) choice.checked = choice.value === chosen();
}

/** @param {string | null} theme light, dark; any other: as the system says */
function show(theme) {
    if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    mark();
}

/** @param {string} theme */
function choose(theme) {
    if (theme === 'system') localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, theme);
    show(theme);
}

/**
 * Buttons with `data-theme-switch` turn light into dark and back; of radio buttons with `data-theme-choice` one is light,
 * one dark, and one as the system says. What is chosen is remembered.
 */
export function startThemeSwitch() {
    document.addEventListener('click', ({ target }) => {
        if (target.closest?.('[data-theme-switch]')) choose(present() === 'dark' ? 'light' : 'dark');
    });
    document.addEventListener('change', ({ target }) => target.matches?.('[data-theme-choice]') && choose(target.value));
    dark.addEventListener('change', mark);
    addEventListener('storage', ({ key, newValue }) => key === KEY && show(newValue)); // chosen in another tab
    document.addEventListener('page-updated', () => show(localStorage.getItem(KEY))); // the page as served knows nothing of it
    mark();
}
