namespace BlazorChat.Core.Messages;

/// <summary>The thread that hangs on a message, its root: how many replies it has, and who wrote last.</summary>
public sealed class MessageThread
{
    /// <summary>How many people a summary names.</summary>
    public const int MostPeople = 5;

    private MessageThread()
    {
    }

    public long RootId { get; private init; }

    public string RoomId { get; private init; } = "";

    /// <summary>How many replies are not deleted.</summary>
    public int Replies { get; private set; }

    /// <summary>The newest reply that is not deleted; 0 without one.</summary>
    public long LastReplyId { get; private set; }

    /// <summary>When that was posted, Unix milliseconds.</summary>
    public long LastReplyAt { get; private set; }

    /// <summary>The ids of those who replied, with spaces between them, the latest first, at most <see cref="MostPeople"/>.</summary>
    public string People { get; private set; } = "";

    public IReadOnlyList<string> UserIds => People.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public static MessageThread On(Message root) => new() { RootId = root.Id, RoomId = root.RoomId };

    public void Add(Message reply)
    {
        Replies++;
        (LastReplyId, LastReplyAt) = (reply.Id, reply.PostedAt);
        Name(UserIds.Prepend(reply.AuthorId).Distinct());
    }

    /// <summary>A reply was deleted.</summary>
    /// <param name="last">The newest that is left; null if none is.</param>
    /// <param name="userIds">Those who wrote what is left, the latest first.</param>
    public void Remove(Message? last, IEnumerable<string> userIds)
    {
        Replies--;
        (LastReplyId, LastReplyAt) = (last?.Id ?? 0, last?.PostedAt ?? 0);
        Name(userIds);
    }

    private void Name(IEnumerable<string> userIds) => People = string.Join(' ', userIds.Take(MostPeople));
}
