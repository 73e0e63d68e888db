import type { Message, Outgoing } from '@blazorchat/client';
import { useChatRoom } from '@blazorchat/client/react';
import { useEffect, useLayoutEffect, useRef, useState, type FormEvent, type RefObject } from 'react';
import { MessageLine, OutgoingLine } from './lines';

const NEAR = 80;

export function ChatRoom({ roomId }: { roomId: string }) {
    const chat = useChatRoom(roomId);
    const { messages, outgoing, connected, status, error, typing, hasOlder, loadingOlder } = chat;
    const [text, setText] = useState('');
    const list = useRef<HTMLDivElement>(null);
    useKeptPlace(list, messages, outgoing);

    // What is on the screen has been read.
    const newest = messages.at(-1)?.id;
    useEffect(() => {
        if (newest && document.visibilityState === 'visible') chat.markRead().catch(() => {}); // the next message tries again
    }, [newest, chat.markRead]);

    function submit(event: FormEvent) {
        event.preventDefault();
        if (!text.trim()) return;
        void chat.sendMessage(text);
        setText('');
    }

    function typed(next: string) {
        setText(next);
        if (next) chat.startTyping();
        else chat.stopTyping();
    }

    if (status === 'gone') return <p className="empty">This room does not exist, or you may not see it.</p>;
    return (
        <section className="chat-room">
            {status === 'failed'
                ? <p className="bar" role="alert">{error?.message} <button onClick={() => void chat.reload()}>Try again</button></p>
                : !connected && <p className="bar" role="status">{barOf(chat.connection)}</p>}
            <div className="messages" ref={list} role="log" aria-label="Messages" tabIndex={0}
                onScroll={event => event.currentTarget.scrollTop < NEAR && void chat.loadOlder()}>
                {hasOlder && <button className="older" disabled={loadingOlder} onClick={() => void chat.loadOlder()}>Older messages</button>}
                {status === 'ready' && messages.length + outgoing.length === 0 && <p className="empty">Nothing here yet. Say hello.</p>}
                {messages.map((message, n) => <MessageLine key={message.id} message={message} before={messages[n - 1]} />)}
                {outgoing.map(entry => <OutgoingLine key={entry.clientId} entry={entry} onRetry={chat.retry} onDiscard={chat.discard} />)}
            </div>
            <p className="typing" aria-live="polite">{typing.map(({ display_name, username }) => display_name ?? username).join(', ')}{typing.length > 0 && ' typing...'}</p>
            <form onSubmit={submit}>
                <input value={text} onChange={event => typed(event.target.value)} placeholder="Type message..." aria-label="Message" />
                <button>Send</button>
            </form>
        </section>
    );
}

const barOf = (connection: string) => connection === 'signed-out'
    ? 'You are signed out.'
    : 'Connecting. What you write goes out when the chat can be reached.';

// Someone at the end stays there; someone who reads older messages keeps their place when more come above.
function useKeptPlace(list: RefObject<HTMLDivElement | null>, messages: readonly Message[], outgoing: readonly Outgoing[]) {
    const oldest = messages[0]?.id;
    const before = useRef({ oldest, height: 0, atEnd: true });
    useLayoutEffect(() => {
        const box = list.current;
        if (!box) return;
        const { atEnd, height } = before.current;
        if (atEnd) box.scrollTop = box.scrollHeight;
        else if (before.current.oldest !== oldest) box.scrollTop += box.scrollHeight - height;
        before.current = { ...before.current, oldest, height: box.scrollHeight };
    }, [list, oldest, messages, outgoing]);
    useEffect(() => {
        const box = list.current;
        const look = () => box && (before.current.atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR);
        box?.addEventListener('scroll', look, { passive: true });
        return () => box?.removeEventListener('scroll', look);
    }, [list]);
}
