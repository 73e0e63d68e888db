using System.Text.RegularExpressions;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>The names of things in the store.</summary>
internal static partial class StoreKey
{
    public const string Files = "files/";
    public const string Thumbnails = "thumbnails/";

    public static string File(string sha256) => Files + sha256;

    public static string Thumbnail(string sha256) => Thumbnails + sha256;

    /// <summary>
    /// Whether the name is one of ours: other files (<c>.DS_Store</c>, <c>lost+found</c>) may be there, too.
    /// </summary>
    public static bool IsOurs(string key) => Ours().IsMatch(key);

    [GeneratedRegex("^(files|thumbnails)/[0-9a-f]{64}$")]
    private static partial Regex Ours();
}
