using System.Text.RegularExpressions;

namespace BlazorChat.Web.Features.Files.Stores;

/// <summary>The names of things in the store.</summary>
internal static partial class StoreKey
{
    private const int UploadIdLength = 32;

    public const string Files = "files/";
    public const string Thumbnails = "thumbnails/";

    public const string Pieces = "pieces/";
    public const string Previews = "previews/";

    public static string File(string sha256) => Files + sha256;

    public static string Thumbnail(string sha256) => Thumbnails + sha256;

    /// <summary>The picture of a link's preview, by a random name of 64 hexadecimal digits.</summary>
    public static string Preview(string name) => Previews + name;

    /// <summary>A piece of an upload: the id of the upload and a name, 32 hexadecimal digits each.</summary>
    public static string Piece(string uploadId, string name) => PiecesOf(uploadId) + name;

    /// <summary>What the names of an upload's pieces begin with.</summary>
    public static string PiecesOf(string uploadId) => Pieces + uploadId;

    /// <returns>The id of the upload that a piece belongs to.</returns>
    public static string UploadOf(string pieceKey) => pieceKey.Substring(Pieces.Length, UploadIdLength);

    /// <summary>
    /// Whether the name is one of ours: other files (<c>.DS_Store</c>, <c>lost+found</c>) may be there, too.
    /// </summary>
    public static bool IsOurs(string key) => Ours().IsMatch(key);

    [GeneratedRegex("^(files|thumbnails|pieces|previews)/[0-9a-f]{64}$")]
    private static partial Regex Ours();
}
