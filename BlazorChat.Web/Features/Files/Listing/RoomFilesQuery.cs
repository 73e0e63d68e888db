using BlazorChat.Core;
using BlazorChat.Core.Files;

namespace BlazorChat.Web.Features.Files.Listing;

/// <summary>Which of a room's files to list: the newest, or those before a given file.</summary>
/// <param name="Limit">The page size.</param>
/// <param name="Kind">Only this kind; null for all.</param>
/// <param name="Name">Only names that contain this text in any case; empty for all.</param>
/// <param name="Before">The id of the file after which the page begins; null: begin with the newest.</param>
public sealed record RoomFilesQuery(int Limit, FileKind? Kind = null, string Name = "", string? Before = null)
{
    private static readonly Dictionary<string, FileKind> Kinds = Enum.GetValues<FileKind>().ToDictionary(WordFor);

    private static readonly Refusal BadKind = Refusal.Invalid("kind", $"A kind is one of {string.Join(", ", Kinds.Keys)}.");

    /// <summary>The word for a kind in addresses and JSON.</summary>
    public static string WordFor(FileKind kind) => kind.ToString().ToLowerInvariant();

    /// <param name="limit">The page size.</param>
    /// <param name="kind">The word for a kind; null or empty for all.</param>
    /// <param name="q">A text that the names must contain.</param>
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
