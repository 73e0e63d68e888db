import { tell } from '../base/announcer.js';
import { ReadingPosition } from '../timeline/timeline-scroll.js';
import { UploadRow, focusConversation } from './upload-row.js';
import { uploadsOf } from './uploading.js';

const trayOf = thread => document.querySelector(`upload-tray[data-thread="${CSS.escape(thread)}"]`);

// The files that are on their way into one room or thread, and in a room those that failed elsewhere: they go on while one looks at another.
export class UploadTray extends HTMLElement {
    #uploads;
    #list;
    #rows = new Map();
    #stop = () => {};

    connectedCallback() {
        this.#uploads = uploadsOf(this.dataset.me);
        this.#list = document.createElement('ul');
        this.#list.setAttribute('aria-label', 'Files on their way');
        this.replaceChildren(this.#list);
        this.#stop = this.#uploads.subscribe(change => this.#changed(change));
        this.#uploads.all.filter(upload => this.#concerns(upload)).forEach(upload => this.#show(upload));
    }

    disconnectedCallback() {
        this.#stop();
        this.#rows.clear();
    }

    #concerns({ room, thread, state }) {
        if (this.dataset.thread || thread && trayOf(thread)) return thread === this.dataset.thread;
        return room === this.dataset.room || state === 'failed';
    }

    #changed({ kind, upload }) {
        const comesIn = kind === 'added' || (kind === 'changed' && upload.state === 'failed');
        if (comesIn && !this.#rows.has(upload) && this.#concerns(upload)) this.#keepPlace(() => this.#show(upload));
        if (!this.#rows.has(upload)) return;
        if (kind === 'sent') tell(`${upload.file.name} was sent.`);
        if (kind === 'sent' || kind === 'discarded') return this.#remove(upload);
        const { state } = upload;
        if (kind === 'changed' && state === 'failed') tell(`${upload.file.name} was not sent. ${upload.reason}`);
        this.#rows.get(upload)?.draw(upload);
    }

    #show(upload) {
        const row = new UploadRow(upload, this.dataset.room, {
            onRetry: () => {
                this.#uploads.retry(upload.clientId);
                row.focus();
            },
            onDiscard: () => this.#uploads.discard(upload.clientId),
        });
        row.draw(upload);
        this.#rows.set(upload, row);
        this.#list.append(row.element);
    }

    #remove(upload) {
        const { element } = this.#rows.get(upload) ?? {};
        if (!element) return;
        const hadFocus = element.contains(document.activeElement);
        this.#rows.delete(upload);
        this.#keepPlace(() => element.remove());
        if (!hadFocus) return;
        const [first] = this.#rows.values();
        if (first) first.focus();
        else focusConversation();
    }

    // What comes and goes below must not move a reader who is further up.
    #keepPlace(change) {
        const timeline = this.closest('.conversation, .side')?.querySelector('chat-timeline');
        if (timeline) new ReadingPosition(timeline).keep(change);
        else change();
    }
}
