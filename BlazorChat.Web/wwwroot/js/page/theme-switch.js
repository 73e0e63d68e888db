const dark = matchMedia('(prefers-color-scheme: dark)');

const present = () => document.documentElement.dataset.theme ?? (dark.matches ? 'dark' : 'light');

function mark() {
    for (const button of document.querySelectorAll('[data-theme-switch]'))
        button.setAttribute('aria-pressed', String(present() === 'dark'));
}

/** Buttons with `data-theme-switch` turn light into dark and back; it is remembered. */
export function startThemeSwitch() {
    document.addEventListener('click', ({ target }) => {
        if (!target.closest?.('[data-theme-switch]')) return;
        const theme = present() === 'dark' ? 'light' : 'dark';
        document.documentElement.dataset.theme = theme;
        localStorage.setItem('theme', theme);
        mark();
    });
    dark.addEventListener('change', mark);
    document.addEventListener('page-updated', () => {
        const theme = localStorage.getItem('theme'); // the page as served knows nothing of it
        if (theme) document.documentElement.dataset.theme = theme;
        mark();
    });
    mark();
}
