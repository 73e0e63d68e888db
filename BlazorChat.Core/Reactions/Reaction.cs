namespace BlazorChat.Core.Reactions;

/// <summary>One emoji that one person put on one message.</summary>
public sealed class Reaction
{
    private Reaction()
    {
    }

    public long MessageId { get; private init; }

    public string UserId { get; private init; } = "";

    public string Emoji { get; private init; } = "";

    /// <summary>The position of the log entry that added it. Reactions are shown in this order.</summary>
    public long AddedAt { get; private init; }

    public static Reaction Add(long messageId, string userId, Emoji emoji, long position) =>
        new() { MessageId = messageId, UserId = userId, Emoji = emoji.Value, AddedAt = position };
}
