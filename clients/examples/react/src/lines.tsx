import type { Message, Outgoing } from '@blazorchat/client';

const SAME_GROUP = 5 * 60_000;
const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });

export function MessageLine({ message, before }: { message: Message; before: Message | undefined }) {
    const { user_id, username, display_name, timestamp, edited_at, deleted, type } = message;
    if (type === 'system') return <p className="system">{message.text}</p>;
    const follows = before?.user_id === user_id && before.type !== 'system' && timestamp - before.timestamp < SAME_GROUP;
    return (
        <article className="message">
            {!follows && <p className="byline"><strong>{display_name ?? username}</strong> <time>{clock.format(timestamp)}</time></p>}
            {deleted
                ? <p className="deleted">This message was deleted.</p>
                // The server has made this HTML safe to show.
                : <div className="text" dir="auto"><span dangerouslySetInnerHTML={{ __html: message.html }} />{message.file_name && ` 📎 ${message.file_name}`}{edited_at && <small> (edited)</small>}</div>}
            {message.reactions.length > 0 && (
                <p className="reactions">{message.reactions.map(({ reaction, count }) => <span key={reaction}>{reaction} {count}</span>)}</p>
            )}
        </article>
    );
}

interface OutgoingProps {
    entry: Outgoing;
    onRetry: (clientId: string) => void;
    onDiscard: (clientId: string) => void;
}

export function OutgoingLine({ entry: { clientId, text, state, error }, onRetry, onDiscard }: OutgoingProps) {
    return (
        <article className={`message outgoing ${state}`}>
            <p className="text">{text}</p>
            {state === 'waiting' && <small>It goes out when the chat can be reached.</small>}
            {state === 'failed' && (
                <small role="alert">
                    {error?.message} <button onClick={() => onRetry(clientId)}>Retry</button> <button onClick={() => onDiscard(clientId)}>Discard</button>
                </small>
            )}
        </article>
    );
}
