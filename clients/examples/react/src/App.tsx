import type { ChatClient, Room } from '@blazorchat/client';
import { ChatProvider } from '@blazorchat/client/react';
import { useEffect, useState } from 'react';
import { ChatRoom } from './ChatRoom';
import { leave, resume } from './session';
import { SignIn } from './SignIn';

// Once, also in strict mode: a refresh token serves once.
const resumed = resume();

export function App() {
    const [client, setClient] = useState<ChatClient | null>();
    useEffect(() => void resumed.then(setClient), []);
    if (client === undefined) return null;
    if (client === null) return <SignIn onEnter={setClient} />;
    return (
        <ChatProvider client={client}>
            <Rooms client={client} onLeave={() => void leave(client).then(() => setClient(null))} />
        </ChatProvider>
    );
}

function Rooms({ client, onLeave }: { client: ChatClient; onLeave: () => void }) {
    const [rooms, setRooms] = useState<Room[]>([]);
    const [roomId, setRoomId] = useState('general');
    useEffect(() => {
        const load = () => void client.rooms().then(setRooms, () => {}); // the next event asks again
        load();
        const ends = [client.on('room', load), client.on('member', load), client.on('ready', load)];
        return () => ends.forEach(end => end());
    }, [client]);
    return (
        <main className="chat">
            <header>
                <select aria-label="Room" value={roomId} onChange={event => setRoomId(event.target.value)}>
                    {rooms.map(({ id, name, kind }) => <option key={id} value={id}>{kind === 'direct' ? name : `# ${name}`}</option>)}
                </select>
                <button className="quiet" onClick={onLeave}>Sign out</button>
            </header>
            <ChatRoom key={roomId} roomId={roomId} />
        </main>
    );
}
