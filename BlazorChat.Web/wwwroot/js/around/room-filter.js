const field = () => /** @type {HTMLInputElement | null} */ (document.querySelector('#room-filter'));

/** What somebody looks for in the list of rooms. */
export const sought = () => field()?.value.trim() ?? '';

/** @param {() => void} look called when somebody looks for something else: in rooms that they are not in, the server looks */
export function startRoomFilter(look) {
    document.addEventListener('input', ({ target }) => {
        if (target !== field()) return;
        showFound();
        look();
    });
    document.addEventListener('rooms-updated', showFound);
    showFound();
}

/** Shows the rooms by a part of whose name somebody looks, and says so where there is none. */
export function showFound() {
    const text = sought();
    const list = document.querySelector('.rooms-scroll');
    const rows = [...list?.querySelectorAll('li') ?? []];
    for (const row of rows) row.hidden = !isFound(row, text.toLowerCase());
    for (const section of list?.querySelectorAll('section') ?? []) {
        const isEmpty = !section.querySelector('li:not([hidden])');
        section.hidden = isEmpty && !section.querySelector('.rooms-section button');
        for (const offer of section.querySelectorAll('.list-offer')) offer.hidden = !isEmpty || text !== '';
    }
    const none = list?.querySelector('.list-none');
    if (!none) return;
    none.hidden = rows.some(row => !row.hidden);
    none.querySelector('.list-empty').textContent = text ? `No room is called “${text}”.` : 'You are in no room yet.';
    none.querySelector('[data-dialog=create]').textContent = text ? 'Create it' : 'Create one';
    for (const button of document.querySelectorAll('#rooms [data-dialog=create]')) button.dataset.name = text;
}

function isFound(row, text) {
    const name = row.querySelector('.room-name').textContent;
    const { username = '' } = row.querySelector('a[data-room]').dataset;
    return name.toLowerCase().includes(text) || username.toLowerCase().includes(text);
}
