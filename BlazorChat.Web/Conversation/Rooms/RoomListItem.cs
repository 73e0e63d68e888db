using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;

namespace BlazorChat.Web.Conversation.Rooms;

/// <summary>A line of the room list.</summary>
/// <param name="Id">The room's id.</param>
/// <param name="Name">What the reader calls it.</param>
/// <param name="Kind">Public, private or direct.</param>
/// <param name="Member">Whether the reader belongs to it.</param>
/// <param name="Archived">Whether nobody can write there any more.</param>
/// <param name="Unread">How many messages the reader has not seen.</param>
/// <param name="LastNumber">The number of the newest message.</param>
public sealed record RoomListItem(
    string Id, string Name, RoomKind Kind, bool Member, bool Archived, long Unread, long LastNumber)
{
    /// <summary>How many of the unread messages address the reader.</summary>
    public int Mentions { get; init; }

    public NotificationLevel Notify { get; init; }

    public bool Pinned { get; init; }

    public bool NotificationsOff { get; init; }

    /// <summary>With whom a direct room is.</summary>
    public PersonView? Other { get; init; }

    /// <summary>Whether they are here.</summary>
    public PresenceStatus Status { get; init; }

    /// <summary>Marked unread by the reader, and so shown as that even while the room is on the screen.</summary>
    public bool IsHeld { get; init; }

    /// <summary>How many messages call for attention, as the reader wants it.</summary>
    public long Calls => !Member ? 0 : Notify switch
    {
        NotificationLevel.Nothing => 0,
        NotificationLevel.All when !NotificationsOff => Unread,
        _ => Mentions,
    };

    public static RoomListItem Of(MyRoomView room, string me) =>
        new(room.Id, room.Name, room.Kind, room.Member, room.Archived, room.Unread, room.LastNumber)
        {
            Mentions = room.Mentions,
            Notify = room.Notify,
            Pinned = room.Pinned,
            NotificationsOff = room.NotificationsOff,
            Other = room.Users?.Single(person => person.UserId != me),
        };

    public RoomListItem With(RoomView room) => this with { Name = Other?.Name ?? room.Name, Archived = room.Archived };

    /// <summary>The other of a direct room is called something else, or looks it.</summary>
    public RoomListItem With(ProfileEvent other) =>
        Other?.With(other) is { } now ? this with { Name = now.Name, Other = now } : this;

    /// <summary>Whether the reader may mean this room by a part of a name.</summary>
    public bool IsFoundBy(string text) =>
        Name.Contains(text, StringComparison.OrdinalIgnoreCase) || Other?.Username.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Nobody has yet to read what they wrote, nor what is above it: the mark goes with it.</summary>
    public RoomListItem Wrote(long number) =>
        number <= LastNumber ? this : this with { LastNumber = number, Unread = 0, Mentions = 0, IsHeld = false };

    public RoomListItem Received(long number, bool counts, bool mentions) => number <= LastNumber ? this : this with
    {
        LastNumber = number,
        Unread = counts && Member ? Unread + 1 : Unread,
        Mentions = counts && Member && mentions ? Mentions + 1 : Mentions,
    };

    /// <summary>The mark is there now. Which of the rest are mentions or deleted is known only where there is no rest.</summary>
    public RoomListItem ReadUpTo(long number)
    {
        var unread = Math.Max(0, LastNumber - number);
        return this with { Unread = unread, Mentions = unread == 0 ? 0 : Mentions, IsHeld = IsHeld && unread > 0 };
    }

    /// <summary>The room as it was just loaded, with what only this page knows.</summary>
    public RoomListItem After(RoomListItem? known) => known is null ? this : this with { Status = known.Status, IsHeld = known.IsHeld };
}
