using BlazorChat.Core.Live;
using BlazorChat.Core.Rooms;
using BlazorChat.Core.Users;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>A room on somebody's screen, as of one moment.</summary>
/// <param name="Access">The room, and what the reader may do in it.</param>
/// <param name="Name">What the reader calls it.</param>
/// <param name="Reader">Who looks at it.</param>
/// <param name="Blocked">The ids of those whom the reader has blocked.</param>
/// <param name="Cursor">Where a stream takes over.</param>
/// <param name="Now">That moment, Unix milliseconds.</param>
public sealed record ShownRoom(
    RoomAccess Access, string Name, Caller Reader, IReadOnlyList<string> Blocked, Cursor Cursor, long Now)
{
    public string Id => Access.Room.Id;
}
