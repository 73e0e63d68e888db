import { ActivityList } from './activity/activity-list.js';
import { startAhead } from './around/ahead.js';
import { startDraftMarks } from './around/draft-marks.js';
import { prepareRowMenu, startRoomActs } from './around/room-acts.js';
import { startRoomList } from './around/room-list.js';
import { keepRoomName } from './around/room-name.js';
import { startStillPage } from './around/still-page.js';
import { startUnreadBadges } from './around/unread-badges.js';
import { startTimes } from './base/local-times.js';
import { subject } from './base/subject.js';
import { startBlazor } from './circuit/blazor-start.js';
import { reachFor } from './circuit/reach.js';
import { ChatComposer } from './composer/chat-composer.js';
import { TypingIndicator } from './composer/typing-indicator.js';
import { startAttachments } from './files/attachments.js';
import { startDropping } from './files/dropping.js';
import { startLightbox } from './files/lightbox.js';
import { RoomFiles } from './files/room-files.js';
import { UploadTray } from './files/upload-tray.js';
import { live } from './live/live.js';
import { outboxOf } from './outbox/sending.js';
import { startConnectionBar } from './page/connection-bar.js';
import { startCurrentRoom } from './page/current-room.js';
import { onMissedDialog, startDialogs } from './page/dialogs.js';
import { startKeys } from './page/keys.js';
import { startMenus } from './page/menus.js';
import { startNoticeOffer } from './page/notice-offer.js';
import { followAccount, startNoticeSettings } from './page/notice-settings.js';
import { startNotices } from './page/notices.js';
import { startPanes } from './page/panes.js';
import { startRecentRooms } from './page/recent-rooms.js';
import { startRoving } from './page/roving.js';
import { startThemeSwitch } from './page/theme-switch.js';
import { startTitle } from './page/title.js';
import { startUnread } from './page/unread.js';
import { startUnreadBeyond } from './page/unread-beyond.js';
import { startUnreadThreads } from './page/unread-threads.js';
import { OwnCorner } from './people/own-corner.js';
import { startPresence } from './people/presence.js';
import { startProfileCards } from './people/profile-card.js';
import { RoomPins } from './pins/room-pins.js';
import { SavedList } from './saved/saved-list.js';
import { SearchField } from './search/search-field.js';
import { SearchResults } from './search/search-results.js';
import { startSide } from './threads/side.js';
import { ThreadFollow } from './threads/thread-follow.js';
import { ThreadList } from './threads/thread-list.js';
import { startSmileys } from './writing/smileys.js';
import { ChatTimeline } from './timeline/chat-timeline.js';
import { startJumps } from './timeline/jumps.js';
import { startNameChanges } from './timeline/name-changes.js';
import { startOwnCards } from './timeline/own-cards.js';

export { live } from './live/live.js';
export { sleep, wake } from './circuit/circuit.js';

const timeline = () => document.querySelector('chat-timeline:not([data-thread])');
const threadTimeline = () => document.querySelector('chat-timeline[data-thread]');

startProfileCards(); // first: names in quotes are within links that the timeline follows
customElements.define('chat-timeline', ChatTimeline);
customElements.define('chat-composer', ChatComposer);
customElements.define('typing-indicator', TypingIndicator);
customElements.define('upload-tray', UploadTray);
customElements.define('room-files', RoomFiles);
customElements.define('room-pins', RoomPins);
customElements.define('own-corner', OwnCorner);
customElements.define('thread-follow', ThreadFollow);
customElements.define('thread-list', ThreadList);
customElements.define('saved-list', SavedList);
customElements.define('activity-list', ActivityList);
customElements.define('search-field', SearchField);
customElements.define('search-results', SearchResults);

startThemeSwitch();
startCurrentRoom(); // before all that looks at the list of rooms
startTimes();
startLightbox(); // first: the way back closes it, before panes look at where it led
startConnectionBar(); // before panes, too: it hears of a way back that ends at the page shown
startJumps(); // before panes, too
startPanes();
startSide();
startKeys();
startMenus(prepareRowMenu);
startRoomActs();
startRoving();
startRecentRooms();
startNoticeSettings();
startSmileys();
startNameChanges();
keepRoomName();
startOwnCards();
startAttachments();
startDropping();
startDialogs();
onMissedDialog(reachFor);

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
    const followed = () => timeline()?.isFollowed ? timeline().dataset.room : null;
    const followedThread = () => threadTimeline()?.isFollowed ? threadTimeline().dataset.thread : null;
    startUnread(me, followed);
    followAccount();
    startNotices(me, ({ room_id, thread_id, number }) => number !== null && followed() === room_id || !!thread_id && followedThread() === thread_id);
    startNoticeOffer(outboxOf(me));
    startUnreadThreads(me);
    startTitle();
    startUnreadBadges();
    startUnreadBeyond();
    startDraftMarks();
    startRoomList(me);
    startStillPage(me);
    startAhead();
}
withUser();
document.addEventListener('page-updated', withUser);

startBlazor();
