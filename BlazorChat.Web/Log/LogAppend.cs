using System.Globalization;
using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;
using BlazorChat.Web.Data;

namespace BlazorChat.Web.Log;

/// <summary>A change in progress: gives it the database inside the writer's transaction, and adds its entries to the log.</summary>
public sealed class LogAppend
{
    private readonly LogConnection writer;
    private readonly long head;
    private readonly List<CommittedEntry> entries = [];

    internal LogAppend(LogConnection writer, long head, long now) => (this.writer, this.head, Now) = (writer, head, now);

    /// <summary>The database. No other change runs at the same time. What the change alters is saved at its end.</summary>
    public ChatDb Db => writer.Db;

    /// <summary>
    /// The database, to change what concerns neither rooms nor members nor people. Unlike <see cref="Db"/>, it does not clear what
    /// the writer remembers of them.
    /// </summary>
    internal ChatDb Beside => writer.Beside;

    /// <summary>The database for reading only. Unlike <see cref="Db"/>, it does not clear what the writer remembers of rooms.</summary>
    internal ChatDb ToRead => writer.ToRead;

    internal KnownRooms Rooms => writer.Rooms;

    /// <summary>Unix milliseconds.</summary>
    public long Now { get; }

    /// <summary>The position that the next entry will have.</summary>
    public long NextPosition => head + entries.Count + 1;

    internal IReadOnlyList<CommittedEntry> Entries => entries;

    /// <summary>Adds an entry to the log that says what the change did.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="roomId">In which room, if in one.</param>
    /// <param name="userId">Who did it.</param>
    /// <param name="subject">What it concerns, as the kind says.</param>
    /// <param name="detail">What the tables cannot tell.</param>
    public void Log(EntryKind kind, string? roomId, string userId, string subject, string? detail = null) =>
        entries.Add(new CommittedEntry(Write(kind, roomId, userId, subject, detail)));

    public void Log(EntryKind kind, string roomId, string userId, long messageId, string? detail = null) =>
        Log(kind, roomId, userId, messageId.ToString(CultureInfo.InvariantCulture), detail);

    /// <summary>The same, with the present state of the message, so that nobody has to look it up for the event.</summary>
    public void LogKnown<TNow>(EntryKind kind, string roomId, string userId, long messageId, TNow now) => entries.Add(
        new CommittedEntry<TNow>(Write(kind, roomId, userId, messageId.ToString(CultureInfo.InvariantCulture), null), now));

    /// <summary>Writes the head that is already there, to find out whether the database can be written.</summary>
    internal void Touch() => writer.Statements.SaveHead(head);

    /// <summary>Enters into the audit log that someone used a right over others.</summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="action">What, <c>noun.verb</c> in snake_case.</param>
    /// <param name="user">To whom, if to someone.</param>
    /// <param name="room">In which room, if in one.</param>
    /// <param name="detail">A reason, or from what to what; never the text of a message.</param>
    public void Audit(Caller actor, string action, ChatUser? user = null, Room? room = null, string? detail = null) =>
        Db.Audit.Add(new AuditEntry
        {
            At = Now,
            ActorId = actor.UserId,
            ActorName = actor.Username,
            Action = action,
            UserId = user?.Id,
            UserName = user?.Name,
            RoomId = room?.Id,
            RoomName = room?.Name,
            Detail = detail,
        });

    /// <summary>Saves a message and its room's numbers by prepared statements, without EF Core.</summary>
    public void Insert(Message message, Room room)
    {
        writer.Statements.Insert(message);
        if (message.IsInRoom)
            writer.Statements.SaveNumbers(room);
    }

    /// <summary>Someone's name and picture now, read by a prepared statement.</summary>
    public async ValueTask<(string? DisplayName, string? AvatarHash)> FaceOfAsync(string userId, CancellationToken ct)
    {
        if (Rooms.FindFace(userId) is { } known)
            return known;
        var face = await writer.Statements.ReadFaceAsync(userId, ct);
        Rooms.RememberFace(userId, face);
        return face;
    }

    /// <returns>The id of the message that an author posted with this client id; null if there is none.</returns>
    public ValueTask<long?> FindPostedAsync(string authorId, string clientId, CancellationToken ct) =>
        writer.Statements.FindPostedAsync(authorId, clientId, ct);

    public async ValueTask<bool> IsInRoomAsync(long messageId, string roomId, CancellationToken ct) =>
        await FindNumberAsync(messageId, roomId, ct) is not null;

    /// <returns>The number of a message in its room; null if it is not in that room.</returns>
    public ValueTask<long?> FindNumberAsync(long messageId, string roomId, CancellationToken ct) =>
        writer.Statements.FindNumberAsync(messageId, roomId, ct);

    /// <summary>Moves a member's read mark forward by a prepared statement.</summary>
    public void SaveReadMark(Membership membership) => writer.Statements.SaveReadMark(membership);

    private LogEntry Write(EntryKind kind, string? roomId, string userId, string subject, string? detail)
    {
        var entry = new LogEntry
        {
            Position = NextPosition,
            Kind = kind,
            RoomId = roomId,
            UserId = userId,
            Subject = subject,
            Detail = detail,
            At = Now,
        };
        writer.Statements.Insert(entry);
        return entry;
    }
}
