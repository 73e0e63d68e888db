namespace BlazorChat.Core.Messages;

/// <summary>That a message answers someone: it quotes a message of theirs, or is in a thread that they began. Nobody answers themselves.</summary>
public sealed class Answer
{
    private Answer()
    {
    }

    /// <summary>Who is answered.</summary>
    public string UserId { get; private init; } = "";

    public long MessageId { get; private init; }
}
