namespace BlazorChat.Web.Data;

/// <summary>How far a follower has read the log.</summary>
public sealed class FollowerPosition
{
    public const int MaxNameLength = 64;

    /// <summary>The follower's name.</summary>
    public string Name { get; init; } = "";

    /// <summary>Everything up to here is handled.</summary>
    public long Position { get; set; }
}
