namespace BlazorChat.Core.Users;

/// <summary>A block: someone does not want to hear from someone else. Only the one who blocks is told.</summary>
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
