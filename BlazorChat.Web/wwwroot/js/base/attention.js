/** Whether somebody looks at this tab. */
export const attends = () => document.visibilityState === 'visible' && document.hasFocus();

/**
 * @param {() => void} act when somebody begins to look
 * @param {AbortSignal} [signal]
 */
export function onAttention(act, signal) {
    const check = () => attends() && act();
    addEventListener('focus', check, { signal });
    document.addEventListener('visibilitychange', check, { signal });
}
