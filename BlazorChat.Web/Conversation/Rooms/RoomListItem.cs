using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;

namespace BlazorChat.Web.Conversation.Rooms;

/// <summary>A line of the room list.</summary>
/// <param name="Id">The room's id.</param>
/// <param name="Name">The room's name as the reader sees it.</param>
/// <param name="Kind">Public, private or direct.</param>
/// <param name="Member">Whether the reader is a member.</param>
/// <param name="Archived">Whether nobody can write there any more.</param>
/// <param name="Unread">The number of unread messages, without those of people whom the reader blocked.</param>
/// <param name="LastNumber">The number of the newest message.</param>
public sealed record RoomListItem(
    string Id, string Name, RoomKind Kind, bool Member, bool Archived, long Unread, long LastNumber)
{
    /// <summary>How many unread messages mention the reader.</summary>
    public int Mentions { get; init; }

    public NotificationLevel Notify { get; init; }

    public bool Pinned { get; init; }

    public bool NotificationsOff { get; init; }

    /// <summary>Where the reader has begun to write: in the room itself (<c>room</c>), or the ids of threads.</summary>
    public IReadOnlyCollection<string> Drafts { get; init; } = [];

    /// <summary>The other person of a direct room.</summary>
    public PersonView? Other { get; init; }

    /// <summary>Whether they are online.</summary>
    public PresenceStatus Status { get; init; }

    /// <summary>The unread count to show, according to the reader's preferences.</summary>
    public long Calls => !Member ? 0 : Notify switch
    {
        NotificationLevel.Nothing => 0,
        NotificationLevel.All when !NotificationsOff => Unread,
        _ => Mentions,
    };

    public static RoomListItem Of(MyRoomView room, string me) =>
        new(room.Id, room.Name, room.Kind, room.Member, room.Archived, room.Unread - room.UnreadBlocked, room.LastNumber)
        {
            Mentions = room.Mentions - room.MentionsBlocked,
            Notify = room.Notify,
            Pinned = room.Pinned,
            NotificationsOff = room.NotificationsOff,
            Other = room.Users?.Single(person => person.UserId != me),
        };

    /// <summary>Whether a part of its name is what the reader looks for.</summary>
    public bool IsFoundBy(string text) =>
        Name.Contains(text, StringComparison.OrdinalIgnoreCase) || Other?.Username.Contains(text, StringComparison.OrdinalIgnoreCase) == true;
}
