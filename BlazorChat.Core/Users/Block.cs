namespace BlazorChat.Core.Users;

/// <summary>That someone wants to hear nothing from someone else. Told to nobody but them.</summary>
public sealed class Block
{
    private Block()
    {
    }

    public string UserId { get; private init; } = "";

    /// <summary>Whom they blocked.</summary>
    public string BlockedId { get; private init; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long At { get; private init; }

    public static Block Of(string userId, string blockedId, long now) =>
        new() { UserId = userId, BlockedId = blockedId, At = now };
}
