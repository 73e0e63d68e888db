using BlazorChat.Web.Features.Rooms;

namespace BlazorChat.Web.Conversation.Members;

/// <summary>Those members of a room that its page shows: a room may have thousands, and every page would carry them.</summary>
/// <param name="First">Those who are here before those who are away or offline.</param>
/// <param name="Counts">How many the room has.</param>
public sealed record FirstMembers(IReadOnlyList<MemberView> First, MemberCounts Counts)
{
    /// <summary>How many a page shows.</summary>
    public const int Most = 50;

    public static FirstMembers None { get; } = new([], new MemberCounts(0, 0, 0));

    /// <summary>Whether the room has more.</summary>
    public bool IsCut => Counts.All > First.Count;

    public static FirstMembers Of(IReadOnlyCollection<MemberView> all) => new([.. all.InOrder().Take(Most)], MemberCounts.Of(all));
}
