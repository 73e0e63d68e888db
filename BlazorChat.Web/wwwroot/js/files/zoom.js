const MOST = 8;

/** How a picture lies in its frame: 1 fits, and its middle is the frame's. Lengths are pixels from the frame's middle. */
export class Zoom {
    scale = 1;
    x = 0;
    y = 0;
    #frame = { width: 0, height: 0 };
    #picture = { width: 0, height: 0 };

    /**
     * @param {{ width: number, height: number }} frame
     * @param {{ width: number, height: number }} picture as large as it is shown at scale 1
     */
    fit(frame, picture) {
        [this.#frame, this.#picture] = [frame, picture];
        this.#limit();
    }

    reset() {
        [this.scale, this.x, this.y] = [1, 0, 0];
    }

    /**
     * Enlarges by a factor; the point stays under the finger.
     * @param {number} factor
     * @param {{ x: number, y: number }} [point]
     */
    by(factor, point = { x: 0, y: 0 }) {
        const scale = Math.min(MOST, Math.max(1, this.scale * factor));
        const grown = scale / this.scale;
        this.x = point.x - (point.x - this.x) * grown;
        this.y = point.y - (point.y - this.y) * grown;
        this.scale = scale;
        this.#limit();
    }

    move(x, y) {
        this.x += x;
        this.y += y;
        this.#limit();
    }

    // It never leaves its frame, and what fits stands in the middle.
    #limit() {
        const most = side => Math.max(0, (this.#picture[side] * this.scale - this.#frame[side]) / 2);
        this.x = Math.min(most('width'), Math.max(-most('width'), this.x));
        this.y = Math.min(most('height'), Math.max(-most('height'), this.y));
    }
}

/**
 * As large as a picture can be shown whole; never larger than it is.
 * @param {{ width: number, height: number }} frame
 * @param {{ width: number, height: number }} picture
 */
export function fitted(frame, picture) {
    const scale = Math.min(1, frame.width / picture.width, frame.height / picture.height);
    return { width: picture.width * scale, height: picture.height * scale };
}
