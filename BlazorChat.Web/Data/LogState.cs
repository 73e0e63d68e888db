using BlazorChat.Core;

namespace BlazorChat.Web.Data;

/// <summary>The one row that knows where the log stands. Locked from an append to its commit: that makes the order.</summary>
public sealed class LogState
{
    public const int OnlyId = 1;

    public int Id { get; init; } = OnlyId;

    /// <summary>The last position taken.</summary>
    public long Head { get; set; }

    /// <summary>Entries up to here are no longer kept.</summary>
    public long TrimmedTo { get; set; }

    /// <summary>Tells this history from that of another database, or of an older copy of this one.</summary>
    public string Epoch { get; set; } = RandomId.New()[..8].Replace('-', 'x');
}
