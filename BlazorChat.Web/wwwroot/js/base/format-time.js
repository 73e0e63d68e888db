const hour = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const full = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric' });
const dayOfYear = new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' });
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const dateOfYear = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short', year: 'numeric' });

/** @param {number} at Unix milliseconds */
export const timeOfDay = at => hour.format(at);

/** @param {number} at Unix milliseconds */
export const fullTime = at => full.format(at);

/**
 * A day's name, with the year where it is not this one.
 * @param {number} at Unix milliseconds
 * @param {number} [now]
 */
export const dayName = (at, now = Date.now()) =>
    (new Date(at).getFullYear() === new Date(now).getFullYear() ? day : dayOfYear).format(at);

/**
 * When something was, in short: the day where it is not today, the year where it is not this one.
 * @param {number} at Unix milliseconds
 * @param {number} [now]
 */
export function dateAndTime(at, now = Date.now()) {
    if (new Date(at).toDateString() === new Date(now).toDateString()) return timeOfDay(at);
    const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
    return `${(sameYear ? date : dateOfYear).format(at)}, ${timeOfDay(at)}`;
}
