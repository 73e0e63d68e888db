export { ChatRoom } from './vue-chat-room.js';
export { provideChat, useChatClient, useChatRoom } from './vue-use-chat-room.js';
export type { ChatRoomRefs } from './vue-use-chat-room.js';
