namespace BlazorChat.Core.Users;

/// <summary>How someone wants to be told of messages, the same on all their devices. Whether a device shows notifications is its own matter.</summary>
public sealed class NoticeSettings
{
    private NoticeSettings()
    {
    }

    public string UserId { get; private init; } = "";

    /// <summary>The name of a sound that pages can play, or <c>none</c>.</summary>
    public string Sound { get; private set; } = "";

    /// <summary>From when on they are not to be disturbed: a time of day (<c>22:00</c>) by the clock where they are; null: no hours.</summary>
    public string? QuietFrom { get; private set; }

    /// <summary>When those hours end.</summary>
    public string? QuietTo { get; private set; }

    /// <summary>Until when they are not to be disturbed, Unix milliseconds; null: no pause.</summary>
    public long? PausedUntil { get; private set; }

    public static NoticeSettings Of(string userId) => new() { UserId = userId };

    public void Become(string sound, string? quietFrom, string? quietTo, long? pausedUntil) =>
        (Sound, QuietFrom, QuietTo, PausedUntil) = (sound, quietFrom, quietTo, pausedUntil);
}
