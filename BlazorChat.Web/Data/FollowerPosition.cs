namespace BlazorChat.Web.Data;

/// <summary>How far a follower of the log has come.</summary>
public sealed class FollowerPosition
{
    public const int MaxNameLength = 64;

    /// <summary>Which follower, as it calls itself.</summary>
    public string Name { get; init; } = "";

    /// <summary>It has handled everything up to here.</summary>
    public long Position { get; set; }
}
