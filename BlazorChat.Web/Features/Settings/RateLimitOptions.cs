using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Features.Settings;

/// <summary><c>Chat:RateLimits</c>: rate limits that can be changed while the chat runs.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Messages, edits and reactions of one user.</summary>
    [Range(1, LimitOptions.Most)]
    public int MessagesPerSecond { get; init; } = 10;

    /// <summary>How many of these at once.</summary>
    [Range(1, LimitOptions.Most)]
    public int Burst { get; init; } = 20;
}
