namespace BlazorChat.Core.Messages;

/// <summary>That someone keeps a message for themselves.</summary>
public sealed class SavedMessage
{
    private SavedMessage()
    {
    }

    public string UserId { get; private init; } = "";

    public long MessageId { get; private init; }

    /// <summary>The position of the log entry that says so. What was saved later has a higher one.</summary>
    public long Position { get; private init; }

    public static SavedMessage Of(string userId, long messageId, long position) =>
        new() { UserId = userId, MessageId = messageId, Position = position };
}
