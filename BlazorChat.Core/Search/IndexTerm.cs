namespace BlazorChat.Core.Search;

/// <summary>A term as the index keeps it.</summary>
/// <param name="Text">
/// Folded letters and digits, one or two characters of a script without spaces, a symbol, a pair of words, or a mark for what the message is. Never
/// white space or ASCII punctuation but <c>-</c> and <c>_</c>.
/// </param>
/// <param name="IsPrefix">Whether every term that begins like this is meant.</param>
public readonly record struct IndexTerm(string Text, bool IsPrefix = false)
{
    /// <summary>Longer words are cut for the index; the text decides.</summary>
    internal const int MaxLength = 40;

    // A private character followed by something: in a text, it is always a term by itself.
    private const char Mark = '\uE000';

    /// <summary>The message has a link.</summary>
    public static IndexTerm Link { get; } = new(Mark + "link");

    /// <summary>The message has a file.</summary>
    public static IndexTerm File { get; } = new(Mark + "file");

    /// <summary>The message's file is a picture.</summary>
    public static IndexTerm Image { get; } = new(Mark + "image");

    /// <summary>The message is a reply in a thread.</summary>
    public static IndexTerm Thread { get; } = new(Mark + "thread");

    /// <summary>The message is of a room.</summary>
    public static IndexTerm OfRoom(string id) => new($"{Mark}r{id}");

    /// <summary>The message is by someone.</summary>
    public static IndexTerm By(string userId) => new($"{Mark}u{userId}");
}
