namespace BlazorChat.Web.Log;

/// <summary>What a reader of the log, who knows where it is, makes of a ring. Rings may come late, twice or with gaps between.</summary>
internal static class Rings
{
    /// <summary>Whether the reader has passed all of it. An empty ring asks to look, and is never known.</summary>
    public static bool IsKnownAt(this IReadOnlyList<CommittedEntry> ring, long position) =>
        ring.Count > 0 && ring[^1].Entry.Position <= position;

    /// <returns>What comes next after a position, without a gap; nothing: read the log.</returns>
    public static IReadOnlyList<CommittedEntry> After(this IReadOnlyList<CommittedEntry> ring, long position) =>
        ring.Count == 0 || ring[0].Entry.Position > position + 1 ? []
        : ring[0].Entry.Position == position + 1 ? ring
        : [.. ring.SkipWhile(each => each.Entry.Position <= position)];
}
