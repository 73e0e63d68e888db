using BlazorChat.Core.Files;
using BlazorChat.Web.Features.Messages;

namespace BlazorChat.Web.Timeline;

/// <summary>The everyday word for a type of file. Decided by the content, because a name may say anything.</summary>
internal static class FileWord
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["application/pdf"] = "PDF",
        ["text/plain"] = "Text",
        ["image/png"] = "PNG image",
        ["image/jpeg"] = "JPEG image",
        ["image/gif"] = "GIF image",
        ["image/webp"] = "WebP image",
        ["application/zip"] = "Zip archive",
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = "Word document",
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"] = "Excel workbook",
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = "PowerPoint presentation",
    };

    public static string For(FileView file) =>
        Words.GetValueOrDefault(file.ContentType.Split(';')[0]) ?? file.Kind switch
        {
            FileKind.Other => "File",
            var kind => kind.ToString(),
        };
}
