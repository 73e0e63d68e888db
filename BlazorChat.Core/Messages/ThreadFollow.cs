namespace BlazorChat.Core.Messages;

/// <summary>That someone follows a thread, or no longer wants to, and how far they have read it.</summary>
public sealed class ThreadFollow
{
    private ThreadFollow()
    {
    }

    public long RootId { get; private init; }

    public string UserId { get; private init; } = "";

    /// <summary>False: they said that they do not want to follow it.</summary>
    public bool Follows { get; private set; }

    /// <summary>The last reply they have read, or the root before the first.</summary>
    public long ReadUpToId { get; private set; }

    public static ThreadFollow Of(long rootId, string userId, long readUpToId) =>
        new() { RootId = rootId, UserId = userId, Follows = true, ReadUpToId = readUpToId };

    /// <summary>False if nothing changed.</summary>
    public bool Become(bool follows)
    {
        var changes = Follows != follows;
        Follows = follows;
        return changes;
    }

    /// <summary>Moves the read mark back, never forward: what comes after this message is unread again.</summary>
    public void UnreadAfter(long messageId) => ReadUpToId = Math.Min(ReadUpToId, messageId);

    /// <summary>Moves the read mark forward, never back. False if there was nothing to move.</summary>
    public bool ReadUpTo(long replyId)
    {
        if (replyId <= ReadUpToId)
            return false;
        ReadUpToId = replyId;
        return true;
    }
}
