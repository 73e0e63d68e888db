import { Zoom, fitted } from './zoom.js';

const STEP = 1.5;
const WHEEL = 0.0025;
const LINE = 16; // a wheel may count in lines
const SWIPE = 60;
const STILL = 4;

/** A picture in its frame: enlarged and moved by keys, wheel, mouse and fingers. */
export class PictureStage {
    #frame;
    #image;
    #zoom = new Zoom();
    #size = { width: 1, height: 1 };
    #pointers = new Map();
    #moved = { x: 0, y: 0 };
    #told;

    /**
     * @param {HTMLElement} frame with an image in it
     * @param {object} told
     * @param {(way: number) => void} told.onSwipe 1: to the next one, -1: to the one before
     * @param {() => void} told.onBeside a click that hit no picture
     * @param {(failed: boolean) => void} told.onFail whether the picture could not be had
     */
    constructor(frame, told) {
        this.#frame = frame;
        this.#image = frame.querySelector('img');
        this.#told = told;
        frame.addEventListener('click', event => this.#click(event));
        frame.addEventListener('wheel', event => this.#wheel(event), { passive: false });
        frame.addEventListener('dblclick', event => this.#toggle(event));
        frame.addEventListener('pointerdown', event => this.#down(event));
        frame.addEventListener('pointermove', event => this.#move(event));
        for (const name of ['pointerup', 'pointercancel']) frame.addEventListener(name, event => this.#up(event));
        new ResizeObserver(() => this.#draw()).observe(frame);
    }

    /**
     * @param {{ src: string, preview: string, alt: string, width: number, height: number }} picture preview: what is
     *     there already, to be seen until the whole has come
     */
    show({ src, preview, alt, width, height }) {
        this.#zoom.reset();
        this.#size = { width: width || 1, height: height || 1 };
        // The same element would show the picture before it until this one has come.
        const image = this.#image.cloneNode(false);
        this.#image.replaceWith(image);
        this.#image = image;
        this.#told.onFail(false);
        image.style.backgroundImage = `url("${preview}")`;
        image.alt = alt;
        image.src = src;
        image.onload = () => {
            if (!width) this.#size = { width: image.naturalWidth, height: image.naturalHeight };
            image.style.backgroundImage = ''; // it would show through
            this.#draw();
        };
        image.onerror = () => {
            if (image !== this.#image) return;
            image.onerror = null;
            image.src = preview; // rather than a sign that something is broken
            this.#told.onFail(true);
        };
        this.#draw();
    }

    get isEnlarged() {
        return this.#zoom.scale > 1;
    }

    /** @param {1 | -1 | 0} way in, out, or back to the whole */
    step(way) {
        if (way === 0) this.#zoom.reset();
        else this.#zoom.by(STEP ** way);
        this.#draw();
    }

    /** Moves what is enlarged, in pixels. */
    pan(x, y) {
        this.#zoom.move(x, y);
        this.#draw();
    }

    #draw() {
        const { clientWidth: width, clientHeight: height } = this.#frame;
        const size = fitted({ width, height }, this.#size);
        this.#zoom.fit({ width, height }, size);
        const { x, y, scale } = this.#zoom;
        Object.assign(this.#image.style, {
            width: `${size.width}px`, height: `${size.height}px`, transform: `translate(${x}px, ${y}px) scale(${scale})`,
        });
        this.#frame.classList.toggle('enlarged', this.isEnlarged);
    }

    #pointOf({ clientX, clientY }) {
        const { left, top, width, height } = this.#frame.getBoundingClientRect();
        return { x: clientX - left - width / 2, y: clientY - top - height / 2 };
    }

    #wheel(event) {
        event.preventDefault();
        const by = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE : 1);
        this.#zoom.by(Math.exp(-by * WHEEL * (event.ctrlKey ? 4 : 1)), this.#pointOf(event)); // a pinch on a touchpad says ctrl
        this.#draw();
    }

    // All events are the frame's: it holds the pointer.
    #isOnPicture({ clientX, clientY }) {
        const { left, right, top, bottom } = this.#image.getBoundingClientRect();
        return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    }

    #click(event) {
        if (Math.hypot(this.#moved.x, this.#moved.y) < STILL && !this.#isOnPicture(event)) this.#told.onBeside();
    }

    #toggle(event) {
        if (!this.#isOnPicture(event)) return;
        if (this.isEnlarged) this.#zoom.reset();
        else this.#zoom.by(STEP ** 2, this.#pointOf(event));
        this.#draw();
    }

    #down(event) {
        if (event.button !== 0) return;
        this.#frame.setPointerCapture(event.pointerId);
        this.#pointers.set(event.pointerId, this.#pointOf(event));
        this.#moved = { x: 0, y: 0 };
    }

    #move(event) {
        const before = this.#pointers.get(event.pointerId);
        if (!before) return;
        const now = this.#pointOf(event);
        const [other] = [...this.#pointers].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
        if (other) {
            const middle = { x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 };
            this.#zoom.by(distance(now, other) / Math.max(1, distance(before, other)), middle);
        }
        // With two fingers, each moves the picture by half of its own movement.
        const share = other ? 0.5 : 1;
        this.#zoom.move((now.x - before.x) * share, (now.y - before.y) * share);
        this.#moved = { x: this.#moved.x + now.x - before.x, y: this.#moved.y + now.y - before.y, two: this.#moved.two || !!other };
        this.#pointers.set(event.pointerId, now);
        this.#draw();
    }

    #up(event) {
        if (!this.#pointers.delete(event.pointerId) || this.#pointers.size > 0) return;
        const { x, y, two } = this.#moved;
        const swiped = event.type === 'pointerup' && event.pointerType === 'touch' && !two && !this.isEnlarged &&
            Math.abs(x) > SWIPE && Math.abs(x) > 2 * Math.abs(y);
        if (swiped) this.#told.onSwipe(x < 0 ? 1 : -1);
    }
}

const distance = (a, b) => Math.hypot(a.x - b.x, a.y - b.y);
