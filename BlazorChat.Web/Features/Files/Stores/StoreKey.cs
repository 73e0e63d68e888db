using System.Text.RegularExpressions;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>Under which names the store keeps things.</summary>
internal static partial class StoreKey
{
    public const string Files = "files/";
    public const string Thumbnails = "thumbnails/";

    public static string File(string sha256) => Files + sha256;

    public static string Thumbnail(string sha256) => Thumbnails + sha256;

    /// <summary>Whether we gave that name: somebody else's files (<c>.DS_Store</c>, <c>lost+found</c>) may lie there, too.</summary>
    public static bool IsOurs(string key) => Ours().IsMatch(key);

    [GeneratedRegex("^(files|thumbnails)/[0-9a-f]{64}$")]
    private static partial Regex Ours();
}
