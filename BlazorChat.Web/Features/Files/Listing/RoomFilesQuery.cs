using BlazorChat.Core;
using BlazorChat.Core.Files;

namespace BlazorChat.Web.Features.Files.Listing;

/// <summary>Which of a room's files: the newest of them, or those before one.</summary>
/// <param name="Limit">How many at most.</param>
/// <param name="Kind">Of this kind; null: of all.</param>
/// <param name="Name">What their name contains, in whichever case; empty: whatever they are called.</param>
/// <param name="Before">The id of a file; null: from the newest on.</param>
public sealed record RoomFilesQuery(int Limit, FileKind? Kind = null, string Name = "", string? Before = null)
{
    private static readonly Dictionary<string, FileKind> Kinds = Enum.GetValues<FileKind>().ToDictionary(WordFor);

    private static readonly Refusal BadKind = Refusal.Invalid("kind", $"A kind is one of {string.Join(", ", Kinds.Keys)}.");

    /// <summary>What a kind is called in addresses, and in JSON.</summary>
    public static string WordFor(FileKind kind) => kind.ToString().ToLowerInvariant();

    /// <param name="limit">How many at most.</param>
    /// <param name="kind">A word for it; null or empty: all.</param>
    /// <param name="q">What names are to contain.</param>
    /// <param name="before">The id of a file.</param>
    public static Result<RoomFilesQuery> Of(int limit, string? kind, string? q, string? before)
    {
        FileKind? wanted = null;
        if (!string.IsNullOrEmpty(kind))
        {
            if (!Kinds.TryGetValue(kind, out var known))
                return BadKind;
            wanted = known;
        }
        return new RoomFilesQuery(limit, wanted, q?.Trim() ?? "", before);
    }
}
