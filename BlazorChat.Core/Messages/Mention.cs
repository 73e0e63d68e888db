namespace BlazorChat.Core.Messages;

/// <summary>A mention of someone who may read the message. Determined when it is posted or edited.</summary>
public sealed class Mention
{
    private Mention()
    {
    }

    public long MessageId { get; private init; }

    public string UserId { get; private init; } = "";

    /// <summary>The message's room and number again: what is unread of them is counted by these.</summary>
    public string RoomId { get; private init; } = "";

    public long Number { get; private init; }

    /// <summary>The name as it stands in the text, without the @.</summary>
    public string Name { get; private set; } = "";

    /// <summary>After an edit that addresses the same person otherwise.</summary>
    public void CallBy(string name) => Name = name;

    public static Mention In(Message message, string userId, string name) => new()
    {
        MessageId = message.Id,
        UserId = userId,
        RoomId = message.RoomId,
        Number = message.Number,
        Name = name,
    };
}
