import { tell } from '../base/announcer.js';
import { request, sentence } from '../base/api.js';
import { live } from '../live/live.js';

// Follows the thread beside the conversation, or no longer. Answering in it follows it, too.
export class ThreadFollow extends HTMLElement {
    #stop = () => {};
    #gone;

    connectedCallback() {
        this.#gone = new AbortController();
        this.#stop = live.on({
            thread_followed: ({ thread_id, following }) => thread_id === this.dataset.thread && this.#show(following),
        });
        this.addEventListener('click', ({ target }) => target.closest('button') && this.#toggle(), { signal: this.#gone.signal });
    }

    disconnectedCallback() {
        this.#stop();
        this.#gone.abort();
    }

    get #button() {
        return this.querySelector('button');
    }

    async #toggle() {
        const follows = this.#button.ariaPressed !== 'true';
        const answer = await request(follows ? 'PUT' : 'DELETE', `/chat/threads/${this.dataset.thread}/follow`);
        if (!answer.ok) return tell(sentence(answer));
        this.#show(follows);
        tell(follows ? 'You follow this thread.' : 'You no longer follow this thread.');
    }

    #show(follows) {
        this.#button.ariaPressed = String(follows);
        this.#button.title = follows ? 'Its unread replies are shown to you' : 'Be shown its unread replies';
        this.#button.firstChild.data = follows ? 'Following' : 'Follow';
    }
}
