const onDay = (date, { days = 0, months = 0 }) => new Date(date.getFullYear(), date.getMonth() - months, date.getDate() - days);

const CHOICES = {
    Today: today => onDay(today, {}),
    Yesterday: today => onDay(today, { days: 1 }),
    'A week ago': today => onDay(today, { days: 7 }),
    'A month ago': today => onDay(today, { months: 1 }),
    'The beginning': () => new Date(0),
};

// As a field for a date writes it, here.
const written = date => `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`;

/**
 * Asks for a day.
 * @param {Date} from what is on the screen now
 * @param {Date} [today]
 * @returns {Promise<Date | null>} when it begins, here; null: none was chosen
 */
export function askForDay(from, today = new Date()) {
    const dialog = document.createElement('dialog');
    dialog.className = 'day-jump';
    dialog.setAttribute('aria-label', 'Jump to a date');
    dialog.innerHTML = `<form method="dialog"><h2>Jump to a date</h2><div class="day-choices"></div>
        <label>Another day <input type="date" required autofocus /></label>
        <div class="day-acts"><button type="button" class="button small" value="">Cancel</button> <button class="button small primary">Jump</button></div></form>`;
    const field = dialog.querySelector('input');
    [field.value, field.max] = [written(from), written(today)];
    return new Promise(done => {
        const close = date => {
            done(date);
            dialog.close();
        };
        for (const [name, day] of Object.entries(CHOICES)) {
            const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button small', textContent: name });
            button.addEventListener('click', () => close(day(today)));
            dialog.querySelector('.day-choices').append(button);
        }
        dialog.querySelector('form').addEventListener('submit', event => {
            event.preventDefault();
            const [year, month, day] = field.value.split('-').map(Number);
            close(new Date(year, month - 1, day));
        });
        dialog.querySelector('[value=""]').addEventListener('click', () => close(null));
        dialog.addEventListener('click', ({ target }) => target === dialog && close(null)); // beside it
        dialog.addEventListener('close', () => {
            dialog.remove();
            done(null);
        });
        document.body.append(dialog);
        dialog.showModal();
    });
}
