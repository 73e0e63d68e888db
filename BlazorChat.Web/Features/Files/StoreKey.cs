namespace BlazorChat.Web.Features.Files;

/// <summary>Under which names the store keeps things.</summary>
internal static class StoreKey
{
    public const string Files = "files/";
    public const string Thumbnails = "thumbnails/";

    public static string File(string sha256) => Files + sha256;

    public static string Thumbnail(string sha256) => Thumbnails + sha256;
}
