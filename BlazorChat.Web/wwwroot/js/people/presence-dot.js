/**
 * Shows whether somebody is here, as the server draws it.
 * @param {ParentNode} root
 * @param {'online' | 'away' | 'offline'} status
 */
export function showPresence(root, status) {
    for (const dot of root.querySelectorAll('.dot')) {
        dot.className = `dot ${status}`;
        dot.title = status;
        dot.setAttribute('aria-label', status);
    }
}
