using BlazorChat.Core.Live;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>A room as one person's page shows it at one moment.</summary>
/// <param name="Access">The room, and what the reader may do in it.</param>
/// <param name="Name">The name that the reader sees.</param>
/// <param name="Reader">The person who sees the page.</param>
/// <param name="Blocked">The ids of those whom the reader has blocked.</param>
/// <param name="Cursor">Where a stream goes on from this moment.</param>
/// <param name="Now">That moment, Unix milliseconds.</param>
public sealed record ShownRoom(
    RoomAccess Access, string Name, Caller Reader, IReadOnlyList<string> Blocked, Cursor Cursor, long Now)
{
    public string Id => Access.Room.Id;

    /// <summary>The ids of its messages that the reader has saved.</summary>
    public IReadOnlyList<long> Saved { get; init; } = [];
}
