using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Log;

/// <summary><c>Chat</c>, as far as it is about the log.</summary>
public sealed class LogOptions
{
    /// <summary>
    /// How long the log of changes reaches back: a reader away for longer loads afresh. Messages are kept without end. Days.
    /// </summary>
    [Range(1, 36_500)]
    public int RetentionDays { get; init; } = 30;
}
