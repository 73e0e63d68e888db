import { tell } from '../base/announcer.js';
import { request, sentence } from '../base/api.js';
import { ListedFound } from '../page/listed-found.js';

// What I saved.
export class SavedList extends ListedFound {
    #gone;

    changes(outdated) {
        return { saved: outdated };
    }

    connectedCallback() {
        super.connectedCallback();
        this.#gone = new AbortController();
        this.addEventListener('click', ({ target }) => target.closest('[data-forget]') && this.#forget(target.closest('[data-forget]')), this.#gone);
    }

    disconnectedCallback() {
        super.disconnectedCallback();
        this.#gone.abort();
    }

    async #forget(button) {
        const answer = await request('DELETE', `/chat/messages/${button.dataset.forget}/save`);
        tell(answer.ok ? 'No longer saved' : sentence(answer));
    }
}
