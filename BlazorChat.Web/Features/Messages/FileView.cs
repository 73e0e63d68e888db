using System.Text.Json.Serialization;
using BlazorChat.Core.Files;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Messages;

/// <summary>A message's file, as programs and pages see it.</summary>
/// <param name="FileId">Its id in addresses.</param>
/// <param name="Name">The file name that its sender gave, cleaned.</param>
/// <param name="ContentType">The type that the server detected.</param>
/// <param name="Kind">The kind by which lists of files are filtered.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Hash of the bytes, 64 hexadecimal digits.</param>
/// <param name="Width">Pixels; null if it is not a picture that the page shows.</param>
/// <param name="Height">Pixels.</param>
/// <param name="ThumbnailUrl">Address of a small WebP of it; null if there is none.</param>
public record FileView(
    string FileId, string Name, string ContentType, FileKind Kind, long Size, string Sha256, int? Width, int? Height,
    [property: ChatAddress] string? ThumbnailUrl)
{
    /// <summary>The address of the file.</summary>
    [JsonIgnore]
    public string Url => $"chat/files/{FileId}/{Uri.EscapeDataString(Name)}";

    /// <summary>Whether browsers may show it on the page. Other files are downloaded.</summary>
    [JsonIgnore]
    public bool ShowsInline { get; init; }

    public static FileView Of(Attachment attachment) => new(
        attachment.Id, attachment.Name, attachment.ContentType, attachment.Kind, attachment.Size, attachment.Sha256,
        attachment.Width, attachment.Height,
        attachment.HasThumbnail ? $"chat/files/{attachment.Id}/thumbnail" : null)
    {
        ShowsInline = attachment.ShowsInline,
    };
}
