using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Log;

/// <summary><c>Chat</c>, as far as it is about the log.</summary>
public sealed class LogOptions
{
    /// <summary>
    /// How many days of entries the log keeps. A reader who was away for longer loads afresh. Messages are never trimmed.
    /// </summary>
    [Range(1, 36_500)]
    public int RetentionDays { get; init; } = 30;
}
