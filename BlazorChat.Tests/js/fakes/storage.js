/** Storage whose keys are its own properties, as in a browser. */
export function fakeStorage() {
    return Object.create({
        getItem(key) {
            return Object.hasOwn(this, key) ? this[key] : null;
        },
        setItem(key, value) {
            this[key] = String(value);
        },
        removeItem(key) {
            delete this[key];
        },
    });
}
