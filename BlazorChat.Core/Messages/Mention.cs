namespace BlazorChat.Core.Messages;

/// <summary>A mention of someone who may read the message. Determined when it is posted or edited.</summary>
public sealed class Mention
{
    private Mention()
    {
    }

    public long MessageId { get; private init; }

    public string UserId { get; private init; } = "";

    /// <summary>The message's room and number, copied here to count unread mentions quickly.</summary>
    public string RoomId { get; private init; } = "";

    public long Number { get; private init; }

    /// <summary>The name as written in the text, without the @.</summary>
    public string Name { get; private set; } = "";

    /// <summary>An edit changed the name by which the text mentions this person.</summary>
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
