namespace BlazorChat.Core.Messages;

/// <summary>What someone has begun to write in a room or a thread, and not sent. Nobody else is told.</summary>
public sealed class Draft
{
    /// <summary>The longest text that is kept where messages are short, in UTF-16 characters.</summary>
    public const int MaxLength = 40_000;

    private Draft()
    {
    }

    public string UserId { get; private init; } = "";

    public string RoomId { get; private init; } = "";

    /// <summary>The message on whose thread they write; 0 in the room itself.</summary>
    public long ThreadId { get; private init; }

    public string Text { get; private set; } = "";

    /// <summary>The position of the log entry that says so. What was saved later has a higher one.</summary>
    public long Position { get; private set; }

    public static Draft Begin(string userId, string roomId, long threadId) => new() { UserId = userId, RoomId = roomId, ThreadId = threadId };

    public void Save(string text, long position) => (Text, Position) = (text, position);
}
