using BlazorChat.Core.Live;
using BlazorChat.Core.Messages;

namespace BlazorChat.Web.Data.Postgres;

/// <summary>
/// What the changes of a batch have written and not yet sent. Each table is sent as one statement with an array for each
/// column, so a batch takes one round trip however many messages it has.
/// </summary>
internal sealed class PendingRows
{
    public List<LogEntry> Entries { get; } = [];

    public List<Message> Messages { get; } = [];

    /// <summary>A room's last number and when it was posted. The last row for a room counts.</summary>
    public List<RoomNumbers> Numbers { get; } = [];

    /// <summary>A member's read mark. The last row for a member counts.</summary>
    public List<(string RoomId, string UserId, long ReadNumber)> ReadMarks { get; } = [];

    /// <summary>The new head of the log; null if it stays.</summary>
    public long? Head { get; set; }

    public bool IsEmpty => Head is null && Entries.Count + Messages.Count + Numbers.Count + ReadMarks.Count == 0;

    /// <summary>How much there is now, for <see cref="ReturnTo"/>.</summary>
    public Mark Here => new(Entries.Count, Messages.Count, Numbers.Count, ReadMarks.Count);

    public void ReturnTo(Mark mark)
    {
        Cut(Entries, mark.Entries);
        Cut(Messages, mark.Messages);
        Cut(Numbers, mark.Numbers);
        Cut(ReadMarks, mark.ReadMarks);
    }

    /// <summary>Takes out what was added since.</summary>
    public PendingRows TakeFrom(Mark mark)
    {
        var taken = new PendingRows();
        taken.Entries.AddRange(Entries.Skip(mark.Entries));
        taken.Messages.AddRange(Messages.Skip(mark.Messages));
        taken.Numbers.AddRange(Numbers.Skip(mark.Numbers));
        taken.ReadMarks.AddRange(ReadMarks.Skip(mark.ReadMarks));
        ReturnTo(mark);
        return taken;
    }

    public void Add(PendingRows rows)
    {
        Entries.AddRange(rows.Entries);
        Messages.AddRange(rows.Messages);
        Numbers.AddRange(rows.Numbers);
        ReadMarks.AddRange(rows.ReadMarks);
    }

    public void Clear()
    {
        ReturnTo(default);
        Head = null;
    }

    private static void Cut<T>(List<T> rows, int count)
    {
        if (rows.Count > count)
            rows.RemoveRange(count, rows.Count - count);
    }

    public readonly record struct Mark(int Entries, int Messages, int Numbers, int ReadMarks);
}
