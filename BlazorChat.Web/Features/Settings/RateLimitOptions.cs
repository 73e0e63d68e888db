using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Features.Settings;

/// <summary><c>Chat:RateLimits</c>, as far as they change while the chat runs: how often one user may post.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Messages, edits and reactions of one user.</summary>
    [Range(1, LimitOptions.Most)]
    public int MessagesPerSecond { get; init; } = 10;

    /// <summary>How many of those at once.</summary>
    [Range(1, LimitOptions.Most)]
    public int Burst { get; init; } = 20;
}
