const LISTS = '.side-links, .rooms-scroll, .members-scroll';
const BARS = '.rooms-head, .members-head, .room-header, .room-tabs';
const AROUND = '#rooms, #members, .room-header, .room-tabs';
const WAYS = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** The element of each group that Tab stops at. @type {WeakMap<Element, HTMLElement>} */
const stops = new WeakMap();

/**
 * Where a key leads among rows of elements. Up and down lead to the beginning of another row.
 * @template T
 * @param {string} key
 * @param {T[][]} rows
 * @param {T} from
 * @returns {T | undefined} undefined where it leads nowhere
 */
export function nextIn(key, rows, from) {
    if (key === 'Home') return rows[0]?.[0];
    if (key === 'End') return rows.at(-1)?.[0];
    const at = rows.findIndex(row => row.includes(from));
    if (at < 0 || !WAYS[key]) return undefined;
    const [down, right] = WAYS[key];
    return down ? rows[at + down]?.[0] : rows[at][rows[at].indexOf(from) + right];
}

/** Each list and each bar around the conversation is one stop of the Tab key; arrows lead on inside. */
export function startRoving() {
    const observer = new MutationObserver(settleAll);
    const begin = () => {
        observer.disconnect();
        for (const element of document.querySelectorAll(AROUND)) observer.observe(element, { childList: true, subtree: true });
        settleAll();
    };
    document.addEventListener('focusin', ({ target }) => {
        const group = target.closest(`${LISTS}, ${BARS}`);
        if (!group || !itemsOf(group).includes(target)) return;
        stops.set(group, target);
        settle(group);
    });
    document.addEventListener('keydown', move);
    document.addEventListener('page-updated', begin);
    addEventListener('resize', settleAll); // what is shown, and so can be a stop, depends on the width
    begin();
}

function move(event) {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    if (event.target.id === 'room-filter' && event.target.value.trim() && event.key === 'Enter' && !event.isComposing)
        document.querySelector('.rooms-scroll li:not([hidden]) a[data-room]')?.click(); // the first that was found
    const group = event.target.id === 'room-filter' && event.key === 'ArrowDown' ? document.querySelector('.rooms-scroll')
        : event.target.closest?.(`${LISTS}, ${BARS}`);
    const items = group ? itemsOf(group) : [];
    const to = event.target.id === 'room-filter' ? items.find(item => item.matches('a')) : items.includes(event.target) && nextIn(event.key, rowsOf(items), event.target);
    if (!to) return;
    event.preventDefault();
    to.focus();
}

function settleAll() {
    document.querySelectorAll(`${LISTS}, ${BARS}`).forEach(settle);
}

function settle(group) {
    const items = itemsOf(group);
    const known = stops.get(group);
    const stop = items.includes(known) ? known : items.find(item => item.hasAttribute('aria-current')) ?? items[0];
    for (const item of items) {
        const tabIndex = item === stop ? 0 : -1;
        if (item.tabIndex !== tabIndex) item.tabIndex = tabIndex;
    }
}

// What is in a menu is reached by opening it.
const itemsOf = group => [...group.querySelectorAll('a[href], button:not([disabled])')].filter(item => !item.closest('.menu') && item.getClientRects().length > 0);

function rowsOf(items) {
    const rows = new Map();
    for (const item of items) {
        const row = item.closest('li, .rooms-section') ?? item.closest(`${LISTS}, ${BARS}`);
        rows.set(row, [...(rows.get(row) ?? []), item]);
    }
    return [...rows.values()];
}
