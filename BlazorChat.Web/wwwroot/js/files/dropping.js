import { droppedFiles } from './chosen.js';

/** Lets files be dropped anywhere on a conversation. Elsewhere on the page a browser would open them in place of the chat. */
export function startDropping() {
    let ours = false; // pictures of the page can be dragged, too
    let entered = null;
    let overlay = null;

    const elementOf = target => target.nodeType === Node.TEXT_NODE ? target.parentElement : target; // Firefox names the words
    const composerFor = target => elementOf(target)?.closest?.('.conversation, .side')?.querySelector('chat-composer');
    const carriesFiles = event => !ours && (event.dataTransfer?.types.includes('Files') ?? false);
    const hide = () => {
        overlay?.remove();
        overlay = null;
    };
    const show = composer => {
        if (overlay) return;
        overlay = overlayFor(composer);
        composer.closest('.conversation, .side').append(overlay);
    };

    document.addEventListener('dragstart', () => (ours = true));
    document.addEventListener('dragend', () => (ours = false));
    // The dragged element may be removed before the drag ends, and then no dragend comes. Pointer events come only when
    // nothing is dragged.
    document.addEventListener('pointermove', () => (ours = false), { passive: true });
    // The next element is entered before the previous one is left. So the drag is over only when the last one entered is left.
    document.addEventListener('dragenter', event => {
        if (!carriesFiles(event)) return;
        entered = event.target;
        const composer = composerFor(event.target);
        if (composer?.mayAttach) show(composer);
        else hide();
    });
    document.addEventListener('dragleave', event => event.target === entered && hide());
    document.addEventListener('dragover', event => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = composerFor(event.target)?.mayAttach ? 'copy' : 'none';
    });
    document.addEventListener('drop', event => {
        hide();
        if (!carriesFiles(event)) return;
        event.preventDefault();
        const { files, folders } = droppedFiles(event.dataTransfer);
        composerFor(event.target)?.attach(files, folders);
    });
}

function overlayFor({ dataset: { roomName, kind, thread } }) {
    const overlay = document.createElement('div');
    overlay.className = 'drop-overlay';
    overlay.innerHTML = '<p></p>';
    overlay.querySelector('p').textContent = `Drop files to share them ${thread ? 'in this thread' : kind === 'direct' ? `with ${roomName}` : `in #${roomName}`}`;
    return overlay;
}
