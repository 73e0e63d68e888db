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

    /// <summary>How the text addresses them: the name as written there, without the @, and with one the words for many, as in <c>ada @room</c>.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The name as written; null if only a word for many addresses them.</summary>
    public string? OwnName => Words.FirstOrDefault(word => word[0] != '@');

    private string[] Words => Name.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <returns>Whether a word for many addresses them.</returns>
    public bool IsBy(string word) => Words.Contains('@' + word);

    /// <summary>The words for many that address them.</summary>
    public IEnumerable<string> ByWords => Words.Where(word => word[0] == '@').Select(word => word[1..]);

    /// <summary>An edit changed the name by which the text mentions this person.</summary>
    public void CallBy(string name) => Name = name;

    public static Mention In(Message message, string userId, string? name, IEnumerable<string>? words = null) => new()
    {
        MessageId = message.Id,
        UserId = userId,
        RoomId = message.RoomId,
        Number = message.Number,
        Name = string.Join(' ', [.. name is null ? Array.Empty<string>() : [name], .. words?.Select(word => '@' + word) ?? []]),
    };
}
