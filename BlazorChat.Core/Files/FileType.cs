namespace BlazorChat.Core.Files;

/// <summary>What a file is, by what is in it; what its sender or its name say does not count.</summary>
/// <param name="ContentType">Its media type.</param>
/// <param name="Kind">What people call it.</param>
/// <param name="ShowsInline">Whether browsers may show or play it by themselves: a short list of harmless types.</param>
public sealed record FileType(string ContentType, FileKind Kind, bool ShowsInline);
