using BlazorChat.Core.Messages;

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

    /// <summary>When, Unix milliseconds. Null: before this was kept.</summary>
    public long? GivenAt { get; private init; }

    /// <summary>Who wrote the message, copied here to list quickly what others gave them; null if they gave it themselves.</summary>
    public string? ToUserId { get; private init; }

    /// <param name="message">The message.</param>
    /// <param name="userId">Who gives it.</param>
    /// <param name="emoji">What they give.</param>
    /// <param name="position">The position of the log entry that adds it.</param>
    /// <param name="now">Unix milliseconds.</param>
    public static Reaction Add(Message message, string userId, Emoji emoji, long position, long now) => new()
    {
        MessageId = message.Id,
        UserId = userId,
        Emoji = emoji.Value,
        AddedAt = position,
        GivenAt = now,
        ToUserId = message.IsBy(userId) ? null : message.AuthorId,
    };
}
