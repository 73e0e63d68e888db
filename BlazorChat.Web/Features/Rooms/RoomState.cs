using BlazorChat.Core.Rooms;
using BlazorChat.Web.Features.People;

namespace BlazorChat.Web.Features.Rooms;

/// <summary>A room as its header shows it to one person: the room, and what they may do in it.</summary>
public sealed record RoomState(
    string Id, string Name, string Topic, bool Archived, bool IsDefault, RoomRights Rights)
{
    public RoomPosting Posting { get; init; }

    /// <summary>Whether links get previews.</summary>
    public bool LinkPreviews { get; init; } = true;

    /// <summary>The other person of a direct room.</summary>
    public PersonView? Other { get; init; }

    /// <summary>Whether the reader has blocked them.</summary>
    public bool HasBlocked { get; init; }

    /// <summary>By the id of an act, how many things wait there for this person.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; init; } = new Dictionary<string, int>();

    public int CountOf(string act) => Counts.GetValueOrDefault(act);
}
