const SHAPES = 3;

/**
 * Shows that older messages are on their way.
 * @param {HTMLElement} items
 * @returns {() => void} ends it
 */
export function showShapes(items) {
    const shapes = Array.from({ length: SHAPES }, () => {
        const shape = document.createElement('div');
        shape.className = 'skeleton';
        shape.setAttribute('aria-hidden', 'true');
        return shape;
    });
    items.prepend(...shapes);
    return () => shapes.forEach(shape => shape.remove());
}
