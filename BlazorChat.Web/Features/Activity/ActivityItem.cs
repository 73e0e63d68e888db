using System.Text.Json.Serialization;
using BlazorChat.Web.Features.Messages;
using BlazorChat.Web.Features.People;

namespace BlazorChat.Web.Features.Activity;

/// <summary>What others did that concerns the caller.</summary>
/// <param name="Id">Names it for <c>before</c>.</param>
/// <param name="Kind">What they did.</param>
/// <param name="Timestamp">When, Unix milliseconds; null for reactions of times when that was not kept.</param>
/// <param name="Message">The message that mentions or answers the caller; of reactions, the caller's message.</param>
/// <param name="UserIds">Who did it: the author of the message, or those who reacted, the latest first.</param>
/// <param name="Reactions">What those gave who reacted, the earliest first.</param>
public sealed record ActivityItem(
    string Id, ActivityKind Kind, long? Timestamp, MessageView Message, IReadOnlyList<string> UserIds, IReadOnlyList<ReactionView> Reactions)
{
    /// <summary>The same people, for the page.</summary>
    [JsonIgnore]
    public IReadOnlyList<PersonView> People { get; init; } = [];
}

/// <summary>What someone did that concerns another. A message that does several is the first of them.</summary>
public enum ActivityKind
{
    /// <summary>They mentioned them.</summary>
    Mention,

    /// <summary>They quoted a message of theirs.</summary>
    Reply,

    /// <summary>They answered in a thread that the other began.</summary>
    ThreadReply,

    /// <summary>They reacted to a message of theirs.</summary>
    Reaction,
}

/// <param name="Items">The newest first.</param>
/// <param name="HasMore">Whether there are older ones: ask again with <c>before</c>, the id of the last one here.</param>
public sealed record ActivityPage(IReadOnlyList<ActivityItem> Items, bool HasMore);
