namespace BlazorChat.Core.Files;

/// <summary>What a file is. Decided by its bytes; the sender's claim and the name do not count.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Kind">Its kind in everyday words.</param>
/// <param name="ShowsInline">Whether browsers may show or play it: a short list of harmless types.</param>
public sealed record FileType(string ContentType, FileKind Kind, bool ShowsInline)
{
    /// <summary>Bytes of unknown type. Programs are among them.</summary>
    public static FileType Unknown { get; } = new("application/octet-stream", FileKind.Other, false);

    /// <summary>
    /// Any text, whatever language it is written in. HTML, SVG and scripts are shown as text and never run.
    /// </summary>
    public static FileType Text { get; } = new("text/plain; charset=utf-8", FileKind.Document, false);

    /// <summary>A type that browsers show or play.</summary>
    internal static FileType Shown(string contentType, FileKind kind) => new(contentType, kind, true);

    /// <summary>A known type that can only be downloaded.</summary>
    internal static FileType Saved(string contentType, FileKind kind) => new(contentType, kind, false);

    /// <summary>The same type, but for download only: used when the file is not what its first bytes promise.</summary>
    public FileType AsAttachment() => Unknown with { Kind = Kind };
}
