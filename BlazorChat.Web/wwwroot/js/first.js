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
