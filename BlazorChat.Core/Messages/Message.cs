using System.Globalization;
using BlazorChat.Core.Formatting;
using BlazorChat.Core.Rooms;

namespace BlazorChat.Core.Messages;

/// <summary>A message in a room.</summary>
public sealed class Message
{
    private Formatted? parsed;

    private Message()
    {
    }

    /// <summary>The position of the log entry that posted it: unique, and growing in the order of posting.</summary>
    public long Id { get; private init; }

    public string RoomId { get; private init; } = "";

    /// <summary>
    /// Counts the room's messages from 1, without holes. A reply that stands in its thread only takes no number: it has a
    /// negative one, which is before all of the room's messages and never unread.
    /// </summary>
    public long Number { get; private init; }

    public string AuthorId { get; private init; } = "";

    /// <summary>The text as it was written, not escaped; empty once the message is deleted.</summary>
    public string Text { get; private set; } = "";

    public MessageType Type { get; private init; }

    /// <summary>Unix milliseconds.</summary>
    public long PostedAt { get; private init; }

    public long? EditedAt { get; private set; }

    public long? DeletedAt { get; private set; }

    /// <summary>The client id: the author's own name for the message, so that a retry does not post it twice.</summary>
    public string? ClientId { get; private init; }

    /// <summary>The message of the same room that this one replies to.</summary>
    public long? ReplyToId { get; private init; }

    /// <summary>The message on whose thread this reply hangs: the thread's root. Null for all other messages.</summary>
    public long? ThreadId { get; private init; }

    /// <summary>The position of the log entry that pinned it; null: it is not pinned. Newer pins have higher ones.</summary>
    public long? PinPosition { get; private set; }

    public bool IsDeleted => DeletedAt is not null;

    public bool IsPinned => PinPosition is not null;

    /// <summary>Whether it stands in the room's history. Replies in a thread do only if their author sent them there, too.</summary>
    public bool IsInRoom => Number > 0;

    /// <summary>Whether it quotes a message, or hangs on a thread.</summary>
    public bool IsAnswer => (ReplyToId ?? ThreadId) is not null;

    /// <summary>What its text says, parsed once for all that is made of it.</summary>
    public Formatted Parsed() => parsed ??= Formatted.Of(Text);

    /// <param name="id">A message's id as programs and pages write it.</param>
    /// <returns>Null if it cannot be the id of a message.</returns>
    public static long? ParseId(string? id) =>
        long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static Message Post(
        long id, Room room, string authorId, MessageText text, string? clientId, long? replyToId, long now,
        MessageType type = MessageType.Text, long? threadId = null, bool inRoom = true) => new()
        {
            Id = id,
            RoomId = room.Id,
            Number = inRoom ? room.TakeNumber(now) : -id,
            AuthorId = authorId,
            Text = text.Value,
            Type = type,
            PostedAt = now,
            ClientId = clientId,
            ReplyToId = replyToId,
            ThreadId = threadId,
        };

    /// <summary>A system message: an event of the room that its history shows. Nobody can edit or delete it.</summary>
    /// <param name="id">The position of its log entry.</param>
    /// <param name="room">Where it happened.</param>
    /// <param name="authorId">Who caused it.</param>
    /// <param name="text">What they did, to be read after their name.</param>
    /// <param name="now">Unix milliseconds.</param>
    public static Message Tell(long id, Room room, string authorId, string text, long now) => new()
    {
        Id = id,
        RoomId = room.Id,
        Number = room.TakeNumber(now),
        AuthorId = authorId,
        Text = text,
        Type = MessageType.System,
        PostedAt = now,
    };

    public bool IsBy(string userId) => AuthorId == userId;

    public void Edit(MessageText text, long now) => (Text, EditedAt, parsed) = (text.Value, now, null);

    /// <summary>Leaves a tombstone: the number stays taken, the text is gone.</summary>
    public void Delete(long now)
    {
        (Text, DeletedAt, parsed) = ("", now, null);
        Unpin();
    }

    /// <param name="position">The position of the log entry that says so.</param>
    public void Pin(long position) => PinPosition = position;

    public void Unpin() => PinPosition = null;
}

public enum MessageType
{
    Text = 0,
    File = 1,
    System = 2,
}
