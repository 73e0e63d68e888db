namespace BlazorChat.Core.Users;

/// <summary>Someone blocked someone else and does not want to hear from them. Only the one who blocked knows.</summary>
public sealed class Block
{
    private Block()
    {
    }

    public string UserId { get; private init; } = "";

    /// <summary>The person they blocked.</summary>
    public string BlockedId { get; private init; } = "";

    /// <summary>Unix milliseconds.</summary>
    public long At { get; private init; }

    public static Block Of(string userId, string blockedId, long now) =>
        new() { UserId = userId, BlockedId = blockedId, At = now };
}
