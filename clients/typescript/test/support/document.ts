import { Window } from 'happy-dom';

// A document for React and Vue to draw in. What talks to the server stays Node's own.
const window = new Window({ url: 'http://localhost/' });
const own = [
    'document', 'navigator', 'Node', 'Element', 'HTMLElement', 'HTMLIFrameElement', 'SVGElement', 'MathMLElement', 'Event', 'MutationObserver', 'ShadowRoot',
] as const;
for (const name of own) Object.assign(globalThis, { [name]: (window as unknown as Record<string, unknown>)[name] });
Object.assign(globalThis, {
    window, addEventListener: window.addEventListener.bind(window), removeEventListener: window.removeEventListener.bind(window),
});

/** An element of its own in the document. */
export function place(): HTMLElement {
    const element = document.createElement('div');
    document.body.append(element);
    return element;
}

/** Resolves as soon as the element is like that. */
export function shown(element: HTMLElement, is: () => boolean): Promise<void> {
    return new Promise(resolve => {
        const look = () => {
            if (!is()) return;
            observer.disconnect();
            resolve();
        };
        const observer = new MutationObserver(look);
        observer.observe(element, { childList: true, subtree: true, characterData: true, attributes: true });
        look();
    });
}
