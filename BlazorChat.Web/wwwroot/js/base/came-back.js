let isBack = ['back_forward', 'reload'].includes(globalThis.performance?.getEntriesByType?.('navigation')[0]?.type);

addEventListener('popstate', () => (isBack = true), { capture: true });
document.addEventListener('click', () => (isBack = false), { capture: true });
document.addEventListener('page-updated', () => (isBack = false));

/** Whether the page is on the screen because somebody went back or forward, or loaded it again. */
export const cameBack = () => isBack;
