/** Does something again after changes: one at a time, and once for all that changed meanwhile. */
export function again(act: () => Promise<void>): () => Promise<void> {
    let [isWanted, isBusy] = [false, false];
    return async () => {
        isWanted = true;
        if (isBusy) return;
        isBusy = true;
        while (isWanted) {
            isWanted = false;
            await act();
        }
        isBusy = false;
    };
}
