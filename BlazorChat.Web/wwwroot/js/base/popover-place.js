const GAP = 6;
const PHONE = '(max-width: 699px)';

/**
 * Puts a popover beside what opened it, within the window. On phones the style sheet makes it a sheet at the bottom.
 * @param {HTMLElement} popover
 * @param {Element} anchor
 * @param {'start' | 'end'} [align] which of their edges are in line
 * @param {'above' | 'below'} [side] where it goes if there is room
 */
export function placeBeside(popover, anchor, align = 'end', side = 'above') {
    if (matchMedia(PHONE).matches) return void Object.assign(popover.style, { left: '', top: '' });
    const at = anchor.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = popover;
    const [above, below] = [at.top - height - GAP, at.bottom + GAP];
    const isAbove = side === 'above' ? above >= GAP : below + height + GAP > innerHeight && above >= GAP;
    const within = (value, size, most) => Math.max(GAP, Math.min(value, most - size - GAP));
    popover.style.left = `${within(align === 'end' ? at.right - width : at.left, width, innerWidth)}px`;
    popover.style.top = `${within(isAbove ? above : below, height, innerHeight)}px`;
}
