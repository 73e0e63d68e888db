namespace BlazorChat.Core.Files;

/// <summary>What a file is, by what is in it; what its sender or its name say does not count.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Kind">What people call it.</param>
/// <param name="ShowsInline">Whether browsers may show or play it by themselves: a short list of harmless types.</param>
public sealed record FileType(string ContentType, FileKind Kind, bool ShowsInline)
{
    /// <summary>Bytes that are not understood, programs among them.</summary>
    public static FileType Unknown { get; } = new("application/octet-stream", FileKind.Other, false);

    /// <summary>Everything that is text, whatever language it is written in: HTML, SVG and scripts are read, not run.</summary>
    public static FileType Text { get; } = new("text/plain; charset=utf-8", FileKind.Document, false);

    /// <summary>What browsers show or play by themselves.</summary>
    internal static FileType Shown(string contentType, FileKind kind) => new(contentType, kind, true);

    /// <summary>What is known, but only saved.</summary>
    internal static FileType Saved(string contentType, FileKind kind) => new(contentType, kind, false);

    /// <summary>The same file as something that is only saved, because it is not what its head promises.</summary>
    public FileType AsAttachment() => Unknown with { Kind = Kind };
}
