import { PictureStage } from './picture-stage.js';

const LINKS = '.attachment a[data-lightbox]';

const shown = () => [...document.querySelectorAll(LINKS)].filter(link => link.getClientRects().length > 0);

const PAN = 80;

let open = null;

/** Opens pictures of the page over it, as large as they can be seen. */
export function startLightbox() {
    // Before Blazor takes the click.
    document.addEventListener('click', event => {
        if (event.button !== 0 || event.ctrlKey || event.shiftKey || event.altKey || event.metaKey) return;
        const link = event.target.closest?.(LINKS);
        if (!link) return;
        event.preventDefault();
        event.stopPropagation();
        open ??= new Lightbox(link, () => (open = null));
    }, { capture: true });
    addEventListener('popstate', () => open?.close(), { capture: true });
}

class Lightbox {
    #dialog = document.createElement('dialog');
    #stage;
    #link;
    #opener;

    constructor(link, onClose) {
        const dialog = this.#dialog;
        this.#opener = link;
        dialog.className = 'lightbox';
        dialog.setAttribute('aria-label', 'Picture');
        dialog.tabIndex = -1;
        dialog.innerHTML = `
            <header>
              <div class="lightbox-about" aria-live="polite"><span class="file-name"></span> <span class="place"></span></div>
              ${button('out', 'Zoom out', 'M5 12h14')}${button('in', 'Zoom in', 'M5 12h14M12 5v14')}
              <a class="icon-button download" download title="Download">${icon('M12 4v11M7 11l5 5 5-5M5 20h14')}</a>
              ${button('close', 'Close', 'M6 6l12 12M18 6 6 18')}
            </header>
            <div class="stage"><img draggable="false"></div>
            <p class="stage-error" role="status"></p>
            ${button('previous', 'Previous picture', 'M15 5l-7 7 7 7')}${button('next', 'Next picture', 'M9 5l7 7-7 7')}`;
        this.#stage = new PictureStage(dialog.querySelector('.stage'), {
            onSwipe: way => this.#go(way),
            onBeside: () => this.close(),
            onFail: failed => (dialog.querySelector('.stage-error').textContent = failed ? 'This picture cannot be loaded.' : ''),
        });
        const acts = {
            in: () => this.#stage.step(1), out: () => this.#stage.step(-1), close: () => this.close(),
            previous: () => this.#go(-1), next: () => this.#go(1),
        };
        dialog.addEventListener('click', ({ target }) => acts[target.closest('[data-do]')?.dataset.do]?.());
        dialog.addEventListener('keydown', event => this.#key(event));
        dialog.addEventListener('close', () => {
            onClose();
            this.#closed();
        });
        document.body.append(dialog);
        dialog.showModal();
        history.pushState({ ...history.state, lightbox: true }, '');
        this.#show(link);
        dialog.querySelector('[data-do=close]').focus();
    }

    close() {
        this.#dialog.close();
    }

    #closed() {
        this.#dialog.remove();
        if (history.state?.lightbox) history.back();
        // Events may have replaced the message's element meanwhile.
        const opener = this.#opener.isConnected ? this.#opener : shown().find(({ href }) => href === this.#opener.href);
        (opener ?? document.getElementById('timeline'))?.focus({ preventScroll: true });
    }

    #key(event) {
        event.stopPropagation(); // the page's own keys are not for here
        const pan = this.#stage.isEnlarged && {
            ArrowLeft: () => this.#stage.pan(PAN, 0), ArrowRight: () => this.#stage.pan(-PAN, 0),
            ArrowUp: () => this.#stage.pan(0, PAN), ArrowDown: () => this.#stage.pan(0, -PAN),
        };
        const act = {
            ArrowLeft: () => this.#go(-1), ArrowRight: () => this.#go(1), '+': () => this.#stage.step(1), '=': () => this.#stage.step(1),
            '-': () => this.#stage.step(-1), 0: () => this.#stage.step(0), ...pan,
        }[event.key];
        if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        act();
    }

    #go(way) {
        const links = shown();
        const next = links[links.findIndex(({ href }) => href === this.#link.href) + way];
        if (next) this.#show(next);
    }

    #show(link) {
        this.#link = link;
        const links = shown();
        const at = links.findIndex(({ href }) => href === link.href);
        const { alt, src } = link.querySelector('img');
        this.#stage.show({ src: link.href, preview: src, alt, width: Number(link.dataset.width), height: Number(link.dataset.height) });
        const find = selector => this.#dialog.querySelector(selector);
        find('.file-name').textContent = alt;
        find('.place').textContent = links.length > 1 && at >= 0 ? `${at + 1} of ${links.length}` : '';
        Object.assign(find('.download'), { href: link.href, download: alt });
        find('.download').setAttribute('aria-label', `Download ${alt}`);
        find('[data-do=previous]').hidden = at <= 0;
        find('[data-do=next]').hidden = at < 0 || at === links.length - 1;
        if (document.activeElement?.hidden) this.#dialog.focus(); // or the keys go nowhere
    }
}

const icon = path => `<svg viewBox="0 0 24 24" width="22" height="22" fill="none" stroke="currentColor" stroke-width="2"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true"><path d="${path}"/></svg>`;

const button = (act, label, path) =>
    `<button type="button" class="icon-button" data-do="${act}" aria-label="${label}" title="${label}">${icon(path)}</button>`;
