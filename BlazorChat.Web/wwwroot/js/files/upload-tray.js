import { tell } from '../announcer.js';
import { ReadingPosition } from '../timeline-scroll.js';
import { UploadRow } from './upload-row.js';
import { uploadsOf } from './uploading.js';

// The files that are on their way into one room. They go on while one looks at another.
export class UploadTray extends HTMLElement {
    #uploads;
    #list;
    #rows = new Map();
    #stop = () => {};

    connectedCallback() {
        const { me, room } = this.dataset;
        this.#uploads = uploadsOf(me);
        this.#list = document.createElement('ul');
        this.#list.setAttribute('aria-label', 'Files on their way');
        this.replaceChildren(this.#list);
        this.#stop = this.#uploads.subscribe(change => change.upload.room === room && this.#changed(change));
        this.#uploads.of(room).forEach(upload => this.#show(upload));
    }

    disconnectedCallback() {
        this.#stop();
        this.#rows.clear();
    }

    #changed({ kind, upload }) {
        if (kind === 'added') return this.#keepPlace(() => this.#show(upload));
        if (kind === 'sent') tell(`${upload.file.name} was sent.`);
        if (kind === 'sent' || kind === 'discarded') return this.#remove(upload);
        const { state } = upload;
        if (kind === 'changed' && state === 'failed') tell(`${upload.file.name} was not sent. ${upload.reason}`);
        this.#rows.get(upload)?.draw(upload);
    }

    #show(upload) {
        const row = new UploadRow(upload, {
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
        if (hadFocus) ([...this.#rows.values()].at(0) ?? document.querySelector('chat-composer textarea'))?.focus();
    }

    // Whoever reads further up is not moved by what comes and goes below.
    #keepPlace(change) {
        const timeline = document.getElementById('timeline');
        if (timeline) new ReadingPosition(timeline).keep(change);
        else change();
    }
}
