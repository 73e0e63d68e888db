import { startBlazor } from './blazor-start.js';
import { ChatComposer } from './chat-composer.js';
import { ChatTimeline } from './chat-timeline.js';
import { startConnectionBar } from './connection-bar.js';
import { startAttachments } from './files/attachments.js';
import { startDropping } from './files/dropping.js';
import { startLightbox } from './files/lightbox.js';
import { UploadTray } from './files/upload-tray.js';
import { startKeys } from './keys.js';
import { live } from './live.js';
import { startMenuKeys } from './menu-keys.js';
import { startPanes } from './panes.js';
import { startPresence } from './presence.js';
import { RoomFiles } from './room-files.js';
import { subject } from './subject.js';
import { startThemeSwitch } from './theme-switch.js';
import { startTitle } from './title.js';

const timeline = () => document.querySelector('chat-timeline');

customElements.define('chat-timeline', ChatTimeline);
customElements.define('chat-composer', ChatComposer);
customElements.define('upload-tray', UploadTray);
customElements.define('room-files', RoomFiles);

startThemeSwitch();
startLightbox(); // first: the way back closes it, before panes look at where it led
startPanes();
startKeys();
startMenuKeys();
startConnectionBar();
startAttachments();
startDropping();

addEventListener('online', () => live.networkChanged());
addEventListener('offline', () => live.networkChanged());
addEventListener('pagehide', () => live.leave());
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && live.wake());

/** Needs to know whose page it is; a page that is about no room does not say. */
let started = false;
function withUser() {
    const { me } = subject()?.dataset ?? {};
    if (!me) return live.watch(null);
    if (started) return;
    started = true;
    startPresence(me);
    startTitle(me, () => timeline()?.dataset.room ?? null);
}
withUser();
document.addEventListener('page-updated', withUser);

await startBlazor();
