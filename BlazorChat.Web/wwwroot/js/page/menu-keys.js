const WAYS = { ArrowDown: at => at + 1, ArrowUp: at => at - 1, Home: () => 0, End: () => -1 };

/**
 * Where an arrow leads in a menu, round and round.
 * @param {string} key
 * @param {number} at
 * @param {number} count
 * @returns {number | null} null when the key is none that moves
 */
export const stepTo = (key, at, count) => WAYS[key] ? (WAYS[key](at) + count) % count : null;

/**
 * The keys of a menu that is opened by script: MudBlazor counts from where its own opening put the focus, so that its
 * first arrow would stay where it is.
 */
export function startMenuKeys() {
    document.addEventListener('keydown', event => {
        const choice = event.target.closest?.('.shared-choices [role="menuitem"]');
        if (!choice) return;
        const choices = [...choice.closest('.shared-choices').querySelectorAll('[role="menuitem"]:not(.mud-disabled)')];
        const to = stepTo(event.key, choices.indexOf(choice), choices.length);
        if (to !== null) choices[to].focus();
        else if (event.key === 'Enter' || event.key === ' ') choice.click();
        else return;
        event.preventDefault();
        event.stopPropagation();
    }, { capture: true });
}
