using BlazorChat.Web.Conversation.Rooms;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;

namespace BlazorChat.Web.Conversation;

// Arrays: what an island gets as a parameter is read back as the very type it was, and a list of unknown type cannot be.
/// <summary>All that the page of a room shows, as of one moment: a stream takes over from the room's cursor.</summary>
/// <param name="Room">The room itself.</param>
/// <param name="Messages">The newest ones.</param>
/// <param name="HasMore">Whether there are older ones.</param>
/// <param name="Rooms">The reader's list of rooms.</param>
/// <param name="Members">Who belongs to the room.</param>
/// <param name="Counts">By the id of an act, how many things wait behind it for the reader.</param>
/// <param name="Me">The reader.</param>
public sealed record RoomSnapshot(
    ShownRoom Room, IReadOnlyList<MessageView> Messages, bool HasMore, RoomListItem[] Rooms, MemberView[] Members,
    Dictionary<string, int> Counts, ProfileView Me)
{
    /// <summary>How many messages a room opens with.</summary>
    public const int PageLength = 50;

    /// <summary>The line that the room has in the reader's list.</summary>
    public RoomListItem Mine => Rooms.Single(room => room.Id == Room.Id);

    /// <summary>What the room's header shows.</summary>
    public RoomState State => new(
        Room.Id, Room.Name, Room.Access.Room.Topic, Room.Access.Room.IsArchived, Room.Access.Room.IsDefault, Room.Access.Rights)
    {
        Posting = Room.Access.Room.Posting,
        Other = Mine.Other,
        HasBlocked = Mine.Other is { } other && Room.Blocked.Contains(other.UserId),
        MutedUntil = Room.Access.MutedUntil(Room.Now),
        Counts = Counts,
    };
}
