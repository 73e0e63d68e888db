import { ChatClient, withToken } from '@blazorchat/client';

const { CHAT = 'http://localhost:5080', CHAT_TOKEN } = process.env;
const chat = new ChatClient({ url: CHAT, auth: withToken(CHAT_TOKEN) });
const me = await chat.me();

chat.on('message', async ({ id, room_id, user_id, username, mentions }) => {
    if (user_id === me.user_id || !mentions.includes(me.user_id)) return;
    await chat.send({ room_id, message: `@${username} You called?`, reply_to: id, client_id: `bot-${id}` });
});
chat.onState(state => console.log(state));
chat.connect();
