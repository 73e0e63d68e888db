using System.Text.Json.Serialization;
using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.People;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>A room as everyone who may see it sees it. A direct room has no name: each of the two sees the other's name.</summary>
public record RoomView(
    [property: JsonPropertyOrder(-1)] string Id, [property: JsonPropertyOrder(-1)] string Name,
    [property: JsonPropertyOrder(-1)] string Topic, [property: JsonPropertyOrder(-1)] RoomKind Kind,
    [property: JsonPropertyOrder(1)] long? LastMessageAt,
    [property: JsonPropertyOrder(1)] bool Archived,
    [property: JsonPropertyOrder(1)] RoomPosting Posting)
{
    /// <summary>Whether links that are posted here get previews, where the chat makes any.</summary>
    [JsonPropertyOrder(1)]
    public bool LinkPreviews { get; init; } = true;

    /// <summary>The two members of a direct room; absent for other kinds.</summary>
    [JsonPropertyOrder(1)]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<PersonView>? Users { get; init; }

    public static RoomView Of(Room room, IReadOnlyList<PersonView>? users) =>
        new(room.Id, room.Name, room.Topic, room.Kind, room.LastMessageAt, room.IsArchived, room.Posting)
        {
            LinkPreviews = !room.IsWithoutPreviews,
            Users = users,
        };
}

/// <summary>A room as one person sees it.</summary>
/// <param name="Member">Whether they are a member.</param>
/// <param name="Role">Their role; null if they are no member.</param>
/// <param name="Unread">How many messages after their read mark are not deleted; 0 if they are no member.</param>
public sealed record MyRoomView(
    string Id, string Name, string Topic, RoomKind Kind, bool Member, RoomRole? Role, long Unread, long? LastMessageAt,
    bool Archived, RoomPosting Posting) : RoomView(Id, Name, Topic, Kind, LastMessageAt, Archived, Posting)
{
    /// <summary>How many of the unread messages mention them.</summary>
    public int Mentions { get; init; }

    /// <summary>How many of the unread messages are by people whom they blocked. Absent if none are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public long UnreadBlocked { get; init; }

    /// <summary>How many of those mention them. Absent if none do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int MentionsBlocked { get; init; }

    /// <summary>The number of the newest message.</summary>
    public long LastNumber { get; init; }

    public NotificationLevel Notify { get; init; }

    public bool Pinned { get; init; }

    [JsonPropertyName("muted")]
    public bool NotificationsOff { get; init; }

    /// <param name="room">The room.</param>
    /// <param name="mine">The membership of the person who sees it, or null.</param>
    /// <param name="deleted">How many of the messages after their read mark are deleted.</param>
    public static MyRoomView Of(Room room, Membership? mine, long deleted = 0) => new(
        room.Id, room.Name, room.Topic, room.Kind, mine is not null, mine?.Role,
        mine is null ? 0 : room.LastNumber - mine.ReadNumber - deleted, room.LastMessageAt, room.IsArchived, room.Posting)
    {
        LinkPreviews = !room.IsWithoutPreviews,
        LastNumber = room.LastNumber,
        Notify = mine?.Notify ?? NotificationLevel.All,
        Pinned = mine?.IsPinned ?? false,
        NotificationsOff = mine?.HasNotificationsOff ?? false,
    };

    /// <summary>A direct room, under the name that this person sees.</summary>
    public MyRoomView Between(IReadOnlyList<PersonView> two, string me) =>
        this with { Users = two, Name = two.Single(person => person.UserId != me).Name };
}
