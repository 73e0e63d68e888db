using System.Text.Json.Serialization;
using BlazorChat.Core.Presence;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;

namespace BlazorChat.Web.Conversation.Rooms;

// Every page carries these lines as parameters of an island: what is usual is left out.
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
    /// <summary>The room itself, among the places where something is begun.</summary>
    public const string InRoom = "room";

    /// <summary>How many unread messages mention the reader.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Mentions { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public NotificationLevel Notify { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Pinned { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NotificationsOff { get; init; }

    /// <summary>Where the reader has begun to write: <see cref="InRoom"/>, or the ids of threads.</summary>
    public string[] Drafts { get; init; } = [];

    /// <summary>The other person of a direct room.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PersonView? Other { get; init; }

    /// <summary>Whether they are online.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public PresenceStatus Status { get; init; }

    /// <summary>The reader marked the room as unread, so it is shown as unread even while it is on the screen.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsHeld { get; init; }

    /// <summary>The unread count to show, according to the reader's preferences.</summary>
    [JsonIgnore]
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

    public RoomListItem With(RoomView room) => this with { Name = Other?.Name ?? room.Name, Archived = room.Archived };

    /// <summary>The other person of a direct room changed their name or picture.</summary>
    public RoomListItem With(ProfileEvent other) =>
        Other?.With(other) is { } now ? this with { Name = now.Name, Other = now } : this;

    /// <summary>Whether the room's name matches what the reader typed to filter the list.</summary>
    public bool IsFoundBy(string text) =>
        Name.Contains(text, StringComparison.OrdinalIgnoreCase) || Other?.Username.Contains(text, StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>People have read their own messages and everything before them, so the mark moves along.</summary>
    public RoomListItem Wrote(long number) =>
        number <= LastNumber ? this : this with { LastNumber = number, Unread = 0, Mentions = 0, IsHeld = false };

    public RoomListItem Received(long number, bool counts, bool mentions) => number <= LastNumber ? this : this with
    {
        LastNumber = number,
        Unread = counts && Member ? Unread + 1 : Unread,
        Mentions = counts && Member && mentions ? Mentions + 1 : Mentions,
    };

    /// <summary>
    /// The mark moved. How many of the remaining messages are mentions or deleted is known only if none remain.
    /// </summary>
    public RoomListItem ReadUpTo(long number)
    {
        var unread = Math.Max(0, LastNumber - number);
        return this with { Unread = unread, Mentions = unread == 0 ? 0 : Mentions, IsHeld = IsHeld && unread > 0 };
    }

    /// <summary>The room as it was just loaded, with what only this page knows.</summary>
    public RoomListItem After(RoomListItem? known) => known is null ? this : this with { Status = known.Status, IsHeld = known.IsHeld, Drafts = known.Drafts };

    /// <summary>The reader has begun to write in a place, or there is nothing begun any more.</summary>
    public RoomListItem Begun(string place, bool isBegun) =>
        this with { Drafts = isBegun ? [.. Drafts.Where(other => other != place), place] : [.. Drafts.Where(other => other != place)] };
}
