const TYPED = 150;

const field = () => /** @type {HTMLInputElement | null} */ (document.querySelector('#room-filter'));

/** What somebody looks for in the list of rooms. */
export const sought = () => field()?.value.trim() ?? '';

let looked = '';
let canLook = () => false;

/**
 * @param {() => void} look called when somebody has typed something else: in rooms that they are not in, the server looks
 * @param {() => boolean} canAsk whether the server can be asked now
 */
export function startRoomFilter(look, canAsk) {
    canLook = canAsk;
    let timer;
    document.addEventListener('input', ({ target }) => {
        if (target !== field()) return;
        showFound();
        clearTimeout(timer);
        timer = setTimeout(look, TYPED);
    });
    document.addEventListener('rooms-updated', () => {
        looked = sought();
        showFound();
    });
    document.addEventListener('page-updated', showFound); // it has the buttons as the server draws them
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
    none.hidden = rows.some(row => !row.hidden) || (text !== '' && text !== looked && canLook());
    none.querySelector('.list-empty').textContent = text ? `No room is called “${text}”.` : 'You are in no room yet.';
    none.querySelector('[data-dialog=create]').textContent = text ? 'Create it' : 'Create one';
    for (const button of document.querySelectorAll('#rooms [data-dialog=create]')) button.dataset.name = text;
}

function isFound(row, text) {
    const link = row.querySelector('a[data-room]');
    if (!text && link.classList.contains('other') && !link.hasAttribute('aria-current')) return false; // was found before
    const name = row.querySelector('.room-name').textContent;
    const { username = '' } = link.dataset;
    return name.toLowerCase().includes(text) || username.toLowerCase().includes(text);
}
