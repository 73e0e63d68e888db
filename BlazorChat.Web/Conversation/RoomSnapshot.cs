using BlazorChat.Web.Conversation.Members;
using BlazorChat.Web.Conversation.Rooms;
using BlazorChat.Web.Features.Drafts;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.People;
using BlazorChat.Web.Features.Rooms;
using BlazorChat.Web.Features.Threads;
using BlazorChat.Web.Timeline;

namespace BlazorChat.Web.Conversation;

/// <summary>Everything that the page of a room shows, as of one moment. A stream continues from the room's cursor.</summary>
/// <param name="Room">The room itself.</param>
/// <param name="Messages">A page of messages: the newest ones, or those around the first unread one.</param>
/// <param name="HasMore">Whether there are older messages.</param>
/// <param name="Rooms">The reader's rooms, and those they may join.</param>
/// <param name="Members">The members of the room.</param>
/// <param name="Counts">By the id of an act, its count for the reader.</param>
/// <param name="Me">The reader.</param>
/// <param name="UnreadThreads">What is unread in threads that the reader follows.</param>
public sealed record RoomSnapshot(
    ShownRoom Room, IReadOnlyList<MessageView> Messages, bool HasMore, IReadOnlyList<RoomListItem> Rooms, FirstMembers Members,
    Dictionary<string, int> Counts, ProfileView Me, UnreadThread[] UnreadThreads)
{
    /// <summary>How many messages a room opens with.</summary>
    public const int PageLength = 50;

    /// <summary>Whether there are newer messages.</summary>
    public bool HasNewer { get; init; }

    /// <summary>The unread messages that mention the reader.</summary>
    public UnreadMention[] UnreadMentions { get; init; } = [];

    /// <summary>What the reader has begun to write in this room and its threads.</summary>
    public IReadOnlyList<DraftView> Drafts { get; init; } = [];

    /// <summary>The room's line in the reader's list.</summary>
    public RoomListItem Mine => Rooms.Single(room => room.Id == Room.Id);

    /// <summary>What they have begun to write in a thread; null: in the room itself.</summary>
    public DraftView? DraftIn(string? threadId) => Drafts.FirstOrDefault(draft => draft.ThreadId == threadId);

    /// <summary>What the room's header shows.</summary>
    public RoomState State => new(
        Room.Id, Room.Name, Room.Access.Room.Topic, Room.Access.Room.IsArchived, Room.Access.Room.IsDefault, Room.Access.Rights)
    {
        Posting = Room.Access.Room.Posting,
        LinkPreviews = !Room.Access.Room.IsWithoutPreviews,
        Other = Mine.Other,
        HasBlocked = Mine.Other is { } other && Room.Blocked.Contains(other.UserId),
        Counts = Counts,
    };
}
