using BlazorChat.Core;

namespace BlazorChat.Web.Data;

/// <summary>
/// The one row with the state of the log. It is locked from an append to its commit, which makes position order commit order.
/// </summary>
public sealed class LogState
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>The last position taken.</summary>
    public long Head { get; set; }

    /// <summary>Entries up to here are deleted.</summary>
    public long TrimmedTo { get; set; }

    /// <summary>The epoch: tells this log from that of another database, or of an older copy of this one.</summary>
    public string Epoch { get; set; } = RandomId.New()[..8].Replace('-', 'x');
}
