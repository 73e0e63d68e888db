using System.Text.Json.Serialization;
using BlazorChat.Core.Files;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Messages;

/// <summary>A message's file, as programs and pages see it.</summary>
/// <param name="FileId">Its id in addresses.</param>
/// <param name="Name">What its sender called it, cleaned.</param>
/// <param name="ContentType">The server's finding.</param>
/// <param name="Kind">What it is filtered by.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of these bytes, 64 hexadecimal digits.</param>
/// <param name="Width">Pixels; null: no picture that is shown.</param>
/// <param name="Height">Pixels.</param>
/// <param name="ThumbnailUrl">A small WebP of it; null: there is none.</param>
public record FileView(
    string FileId, string Name, string ContentType, FileKind Kind, long Size, string Sha256, int? Width, int? Height,
    [property: ChatAddress] string? ThumbnailUrl)
{
    /// <summary>Where it is fetched.</summary>
    [JsonIgnore]
    public string Url => $"chat/files/{FileId}/{Uri.EscapeDataString(Name)}";

    /// <summary>Whether it is shown in place; all else is downloaded.</summary>
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
