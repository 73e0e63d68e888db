const UNITS = ['bytes', 'KB', 'MB', 'GB', 'TB'];
const STEP = 1024; // as file managers count
const WITH_TENTHS = 100;

const unitOf = bytes => Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(bytes, 1)) / 10)));
const inUnit = (bytes, unit) => {
    const size = bytes / STEP ** unit;
    return size < WITH_TENTHS ? Math.round(size * 10) / 10 : Math.round(size);
};

/**
 * `1.2 MB`.
 * @param {number} bytes
 */
export function sizeInWords(bytes) {
    const unit = unitOf(bytes);
    return bytes === 1 ? '1 byte' : `${inUnit(bytes, unit)} ${UNITS[unit]}`;
}

/**
 * `3.4 of 20 MB`.
 * @param {number} part
 * @param {number} whole both in bytes
 */
export const partInWords = (part, whole) => `${inUnit(part, unitOf(whole))} of ${sizeInWords(whole)}`;
