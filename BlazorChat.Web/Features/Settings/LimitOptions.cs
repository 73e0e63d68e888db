using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Features.Settings;

/// <summary><c>Chat:Limits</c>: limits. The first two can be changed while the chat runs.</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>What administrators may raise a message's length to. Bodies, drafts and queues of readers follow it.</summary>
    public const int LongestMessage = 40_000;

    /// <summary>The highest value that a limit may have.</summary>
    public const int Most = 1_000_000;

    /// <summary>Unicode code points in a message.</summary>
    [Range(1, LongestMessage)]
    public int MessageLength { get; init; } = 1000;

    [Range(1, Most)]
    public int StreamsPerUser { get; init; } = 20;

    /// <summary>In rooms of up to so many people everyone may address all of them, by @room or @here; in larger ones, moderators alone.</summary>
    [Range(0, Most)]
    public int RoomMentionPeople { get; init; } = 50;
}
