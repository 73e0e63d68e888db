/**
 * Moves an element between two others that the server drew. Blazor keeps a list of the nodes in each element, and of each node where it
 * is; it merges a page that is drawn again into those lists, not into what stands on the page. So they are changed along.
 * @param {Node} node
 * @param {Node} parent where it goes
 * @param {Node | null} before null for the end
 */
export function moveNode(node, parent, before) {
    const [left, joined] = [listIn(node.parentNode), listIn(parent)];
    const parentKey = keysOf(node).find(key => node[key] === node.parentNode);
    if (left) left.splice(left.indexOf(node), 1);
    parent.insertBefore(node, before);
    if (joined) joined.splice(before ? joined.indexOf(before) : joined.length, 0, node);
    if (parentKey) node[parentKey] = parent;
}

// Blazor's have no description.
const keysOf = node => Object.getOwnPropertySymbols(node).filter(key => key.description === undefined);

const listIn = node => keysOf(node).map(key => node[key]).find(Array.isArray);
