namespace BlazorChat.Core.Search.Segments;

/// <summary>
/// Some terms of a segment, in the order of their bytes, each with its postings. Of each term is written how much of the term before it
/// begins like it, and the rest. A term has all its postings in one block.
/// </summary>
/// <param name="FirstTerm">The first term in it, in UTF-8.</param>
/// <param name="Data">What <see cref="BlockReader"/> reads.</param>
public sealed record TermBlock(byte[] FirstTerm, byte[] Data);
