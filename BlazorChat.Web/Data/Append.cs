using System.Globalization;
using BlazorChat.Core.Live;

namespace BlazorChat.Web.Data;

/// <summary>A change being made: the database inside the writer's transaction, and the log it is entered in.</summary>
/// <param name="db">The database, alone: no other change runs meanwhile.</param>
/// <param name="state">Where the log stands.</param>
/// <param name="now">Unix milliseconds.</param>
public sealed class Append(ChatDb db, LogState state, long now)
{
    public ChatDb Db => db;

    public long Now => now;

    /// <summary>The position that the next entry will have.</summary>
    public long NextPosition => state.Head + 1;

    public void Log(EntryKind kind, string? roomId, string userId, string subject, string? detail = null) =>
        db.Log.Add(new LogEntry
        {
            Position = ++state.Head,
            Kind = kind,
            RoomId = roomId,
            UserId = userId,
            Subject = subject,
            Detail = detail,
            At = now,
        });

    public void Log(EntryKind kind, string roomId, string userId, long messageId, string? detail = null) =>
        Log(kind, roomId, userId, messageId.ToString(CultureInfo.InvariantCulture), detail);

    /// <summary>Forgets entries: the oldest that are kept, in their order.</summary>
    public void Trim(IReadOnlyList<LogEntry> oldest)
    {
        if (oldest.Count == 0)
            return;
        db.Log.RemoveRange(oldest);
        state.TrimmedTo = oldest[^1].Position;
    }
}
