/**
 * Makes the children of an element those of another, and keeps each that stays, so that what somebody points at or has focused is not taken
 * from under them.
 * @param {Element} element
 * @param {Element} fresh with the children as they are to be; it loses those that are new
 * @param {(child: Element) => string} keyOf which of them are the same
 * @param {(kept: Element, fresh: Element) => boolean} stays whether one may stay; it may be changed on the way
 */
export function matchChildren(element, fresh, keyOf, stays) {
    const known = new Map([...element.children].map(child => [keyOf(child), child]));
    const wanted = [...fresh.children].map(child => {
        const kept = known.get(keyOf(child));
        return kept && stays(kept, child) ? kept : child;
    });
    for (const child of [...element.children]) if (!wanted.includes(child)) child.remove();
    let at = element.firstElementChild;
    for (const child of wanted)
        if (child === at) at = at.nextElementSibling;
        else element.insertBefore(child, at);
}
