namespace BlazorChat.Tests.Architecture;

/// <summary>One place in the sources where a file of one folder uses something of a folder.</summary>
/// <param name="File">From the root of the repository.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Folder">Where the file is, as the order names folders.</param>
/// <param name="Used">What is used, as the sentence about it calls it.</param>
/// <param name="UsedFolder">Where that is.</param>
internal sealed record Use(string File, int Line, string Folder, string Used, string UsedFolder);
