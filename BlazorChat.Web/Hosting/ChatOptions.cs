using System.ComponentModel.DataAnnotations;

namespace BlazorChat.Web.Hosting;

/// <summary>The section <c>Chat</c> of the configuration. A wrong value stops the program at the start.</summary>
public sealed class ChatOptions
{
    public const string Section = "Chat";

    /// <summary>Database, files and keys: all that must be backed up. Relative to the program's folder.</summary>
    [Required]
    public string DataDirectory { get; init; } = "data";

    /// <summary>Whether people may make accounts by themselves. The first account can always be made.</summary>
    public RegistrationMode Registration { get; init; } = RegistrationMode.Open;

    /// <summary>How long a program's access token serves, and so the longest a stream opened with it lasts. Minutes.</summary>
    [Range(1, 1440)]
    public int AccessTokenMinutes { get; init; } = 60;

    /// <summary>
    /// How long the log of changes reaches back: a reader away for longer loads afresh. Messages are kept for good. Days.
    /// </summary>
    [Range(1, 36_500)]
    public int RetentionDays { get; init; } = 30;

    /// <summary>Whether <c>/metrics</c> answers others than this machine.</summary>
    public bool PublicMetrics { get; init; }

    public LimitOptions Limits { get; init; } = new();

    public RateLimitOptions RateLimits { get; init; } = new();
}

public enum RegistrationMode
{
    Open = 0,
    Closed = 1,
}

/// <summary><c>Chat:Limits</c>: the most there may be of something.</summary>
public sealed class LimitOptions
{
    public const int LongestMessage = 20_000;

    /// <summary>Where there is no limit but good sense.</summary>
    public const int Most = 1_000_000;

    /// <summary>Unicode code points in a message.</summary>
    [Range(1, LongestMessage)]
    public int MessageLength { get; init; } = 1000;

    [Range(1, Most)]
    public int StreamsPerUser { get; init; } = 20;
}

/// <summary><c>Chat:RateLimits</c>: how often something may be done.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Messages, edits and reactions of one user.</summary>
    [Range(1, LimitOptions.Most)]
    public int MessagesPerSecond { get; init; } = 10;

    /// <summary>How many of those at once.</summary>
    [Range(1, LimitOptions.Most)]
    public int Burst { get; init; } = 20;

    /// <summary>Attempts on one account.</summary>
    [Range(1, LimitOptions.Most)]
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>Attempts from one address.</summary>
    [Range(1, LimitOptions.Most)]
    public int SignInsPerMinuteAndAddress { get; init; } = 60;

    /// <summary>New accounts from one address.</summary>
    [Range(1, LimitOptions.Most)]
    public int RegistrationsPerHour { get; init; } = 20;
}
